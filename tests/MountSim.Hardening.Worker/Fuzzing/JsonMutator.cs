using System.Text;
using System.Text.Json.Nodes;

namespace MountSim.Hardening.Fuzzing;

/// <summary>Changes a valid JSON tree: a value of another kind, a key that is gone, twice or new. What remains is JSON, so that it comes past the parser.</summary>
internal static class JsonMutator
{
    private const int Deep = 200;

    /// <summary>The text with one to three changes of its tree.</summary>
    public static byte[] Change(string text, Random random)
    {
        var root = JsonNode.Parse(text)!;
        for (var left = random.Next(1, 4); left > 0; left--) Once(root, random);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void Once(JsonNode root, Random random)
    {
        var places = Containers(root).ToList();
        switch (places[random.Next(places.Count)])
        {
            case JsonObject { Count: > 0 } map:
                var key = map.ElementAt(random.Next(map.Count)).Key;
                if (random.Next(4) == 0) map.Remove(key);
                else if (random.Next(6) == 0) map[Nasty.Text(random)] = Value(map[key], random);
                else map[key] = Value(map[key], random);
                break;
            case JsonArray { Count: > 0 } list:
                var at = random.Next(list.Count);
                if (random.Next(4) == 0) list.RemoveAt(at);
                else if (random.Next(4) == 0) list.Insert(at, list[at]?.DeepClone());
                else list[at] = Value(list[at], random);
                break;
        }
    }

    private static JsonNode? Value(JsonNode? old, Random random) => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(2) == 0),
        2 => JsonValue.Create(Nasty.Text(random)),
        3 => new JsonObject(),
        4 => new JsonArray(),
        5 => new JsonArray(old?.DeepClone()),
        6 when random.Next(8) == 0 => Nest(old?.DeepClone()),
        6 => JsonValue.Create(random.NextInt64(long.MinValue, long.MaxValue)),
        _ => JsonValue.Create(Math.ScaleB(random.NextDouble() - 0.5, random.Next(-1060, 1024))),
    };

    private static JsonNode? Nest(JsonNode? inner)
    {
        for (var depth = 0; depth < Deep; depth++) inner = new JsonArray(inner);
        return inner;
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Containers(pair.Value)).Prepend(map),
        JsonArray list => list.SelectMany(Containers).Prepend(list),
        _ => [],
    };
}
