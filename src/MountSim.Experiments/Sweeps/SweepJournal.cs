using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MountSim.Model;

namespace MountSim.Experiments.Sweeps;

/// <summary>
/// The rows of a sweep as they come, in an SQLite file: what was written when the process died, however it died, is there when the sweep goes on, and a row is
/// there once. One process at a time has it.
/// </summary>
public sealed class SweepJournal : IDisposable
{
    private const string Format = "mountsim-sweep-journal/1";
    private const int Busy = 5, Corrupt = 11, CannotOpen = 14, NoDatabase = 26; // SQLITE_BUSY, SQLITE_CORRUPT, SQLITE_CANTOPEN, SQLITE_NOTADB

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert, _select;

    private readonly string? _path;
    private readonly long _scenarios;

    private SweepJournal(SqliteConnection connection, string? path, long scenarios)
    {
        (_connection, _path, _scenarios) = (connection, path, scenarios);
        _insert = Command("INSERT INTO rows (position, summary) VALUES ($position, $summary)", "$position", "$summary");
        _select = Command("SELECT summary FROM rows WHERE position = $position", "$position");
    }

    /// <summary>Opens or makes a journal.</summary>
    /// <param name="path">The file; null for one that nobody sees and that is gone at the end.</param>
    /// <param name="plan">Whose rows it holds.</param>
    /// <param name="version">The program's, since another version may compute other numbers.</param>
    /// <exception cref="ModelException">The file is of another sweep or version, in use, or no journal.</exception>
    public static SweepJournal Open(string? path, SweepPlan plan, string version)
    {
        // No pool: a closed journal must be closed, so that its file can be removed. An empty name is SQLite's own temporary file.
        var source = new SqliteConnectionStringBuilder { DataSource = path ?? "", Pooling = false, DefaultTimeout = 1 };
        var connection = new SqliteConnection(source.ToString());
        try
        {
            connection.Open();
            Prepare(connection);
            Claim(connection, path, [("format", Format), ("sweep", plan.Hash), ("version", version)]);
            return new SweepJournal(connection, path, plan.Count);
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new ModelException("--journal", $"'{path}' {Reason(failure)}");
        }
        catch (InvalidCastException failure)
        {
            connection.Dispose();
            throw Damaged(path, failure.Message);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Positions that have a row, ascending.</summary>
    /// <exception cref="ModelException">The journal is damaged.</exception>
    public IReadOnlyList<long> Positions() => Reading(() =>
    {
        using var command = Command("SELECT position FROM rows ORDER BY position");
        using var reader = command.ExecuteReader();
        var positions = new List<long>();
        while (reader.Read()) positions.Add(reader.IsDBNull(0) ? throw Damaged("it has a row without a position") : reader.GetInt64(0));
        return positions.TrueForAll(position => position >= 0 && position < _scenarios) ? positions : throw Damaged("it has rows of scenarios that the sweep has not");
    });

    /// <summary>Keeps a row. When this returns, it outlives the process.</summary>
    /// <exception cref="ModelException">The journal is damaged.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(long position, PredictionSummary summary)
    {
        lock (_gate)
        {
            _insert.Parameters[0].Value = position;
            _insert.Parameters[1].Value = JsonSerializer.Serialize(summary, SweepJsonContext.Default.PredictionSummary);
            try
            {
                _insert.ExecuteNonQuery();
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode == Corrupt)
            {
                throw Damaged(failure.Message);
            }
            catch (SqliteException failure)
            {
                throw new IOException($"the journal cannot be written: {failure.Message}", failure);
            }
        }
    }

    /// <summary>The row of a position that has one.</summary>
    /// <exception cref="ModelException">The journal is damaged.</exception>
    public PredictionSummary Read(long position) => Reading(() =>
    {
        _select.Parameters[0].Value = position;
        return _select.ExecuteScalar() is string text && JsonSerializer.Deserialize(text, SweepJsonContext.Default.PredictionSummary) is { } summary
            ? summary
            : throw Damaged(string.Create(CultureInfo.InvariantCulture, $"row {position + 1} is missing"));
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _select.Dispose();
        _connection.Dispose();
    }

    private T Reading<T>(Func<T> read)
    {
        try
        {
            lock (_gate) return read();
        }
        catch (Exception failure) when (failure is SqliteException or JsonException or InvalidCastException)
        {
            throw Damaged(failure.Message);
        }
    }

    private ModelException Damaged(string why) => Damaged(_path, why);

    private static ModelException Damaged(string? path, string why) => new("--journal", $"'{path}' is damaged ({why}); remove it to begin anew");

    private static void Prepare(SqliteConnection connection)
    {
        // Exclusive: a second process is refused, and a killed one's lock goes with it. Write-ahead with synchronous = normal: a commit survives the
        // process; only a power failure can take the last rows, and the sweep then computes them again.
        Execute(connection, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
        Execute(connection, "CREATE TABLE IF NOT EXISTS about (key TEXT PRIMARY KEY, value TEXT NOT NULL); CREATE TABLE IF NOT EXISTS rows (position INTEGER PRIMARY KEY, summary TEXT NOT NULL)");
    }

    private static void Claim(SqliteConnection connection, string? path, IReadOnlyList<(string Key, string Value)> about)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var (key, value) in about)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO about (key, value) VALUES ($key, $value) ON CONFLICT DO NOTHING; SELECT value FROM about WHERE key = $key";
            command.Parameters.AddWithValue("$key", key);
            command.Parameters.AddWithValue("$value", value);
            var found = (string)command.ExecuteScalar()!;
            if (found == value) continue;
            var difference = key == "sweep" ? "the rows of another sweep" : $"rows of {key} {found}, and this is {value}";
            throw new ModelException("--journal", $"'{path}' holds {difference}; remove it to begin anew, or name another file");
        }
        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    private static string Reason(SqliteException failure) => failure.SqliteErrorCode switch
    {
        Busy => "is in use by another process; wait for it, or name another file",
        NoDatabase => "is no journal of a sweep; allowed: a new file, or the journal that the interrupted sweep left",
        CannotOpen => "cannot be opened; allowed: a file in a directory that exists and can be written",
        _ => $"cannot be used: {failure.Message}",
    };

    private SqliteCommand Command(string text, params IReadOnlyList<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        return command;
    }
}
