using MountSim.Materials;

// Run at the root of the repository, after a restore: dotnet run --project build/MountSim.Materials
var packages = LockFiles.Read(Environment.CurrentDirectory);
File.WriteAllText(SoftwareBill.FileName, SoftwareBill.Of(packages));
File.WriteAllText(Notices.FileName, Notices.Of(packages));
Console.WriteLine($"{packages.Count} packages, {packages.Count(package => package.Shipped)} of them in the tool: {SoftwareBill.FileName}, {Notices.FileName}");
