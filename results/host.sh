#!/bin/sh
# Takes the results that are measured on the host: as root, on a quiet machine. A profile comes before each round of bursts, and no burst is used to fit anything.
set -eu
cd "$(dirname "$0")/.."
dotnet build -c Release src/MountSim.Cli
mountsim=src/MountSim.Cli/bin/Release/net10.0/mountsim
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export COLUMNS=120
# Exit 1 says that a target was missed or a claim is undecided, which is a result too.
"$mountsim" validate host --output results/validate-host.csv --plot results/validate-host.svg || [ $? -eq 1 ]
"$mountsim" validate claims --output results/validate-claims.csv || [ $? -eq 1 ]
"$mountsim" validate claims > results/validate-claims.txt || [ $? -eq 1 ]
"$mountsim" calibrate --output "$work/host.json" > "$work/calibrate.txt"
for runtime in minimal-legacy minimal-fd runc-1.5 crun-1.29 containerd-runc; do
    "$mountsim" burst --runtime "$runtime" --containers 100 --concurrency 8 --runs 5 --predict --profile "$work/host.json" --output "results/burst-$runtime.csv"
done
