using System.Globalization;
using MountSim.Hardening.Crashing;
using MountSim.Hardening.Fuzzing;

// The long forms of the tests of bad input and of crashes:
//   hardening-worker fuzz COUNT [SEED] [KIND]    feeds that many bad inputs to the tool in this process; the count by kind as CSV
//   hardening-worker again KIND SEED             one of them again, and what it was is kept
//   hardening-worker crashes COUNT [SEED] [COMMAND...] ends each command that writes that many times at random moments; the count by command and way as CSV.
//                                                The program is the one that was built, or the one that MOUNTSIM_CRASHES_PROGRAM names
return args switch
{
    ["fuzz", var count, .. var rest] => Fuzz.Run(int.Parse(count, CultureInfo.InvariantCulture), rest),
    ["again", var kind, var seed] => Fuzz.Again(kind, ulong.Parse(seed, CultureInfo.InvariantCulture)),
    ["crashes", var count, .. var rest] => Crashes.Run(int.Parse(count, CultureInfo.InvariantCulture), rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("hardening-worker fuzz COUNT [SEED] [KIND] | again KIND SEED | crashes COUNT [SEED] [COMMAND...]");
    return 2;
}
