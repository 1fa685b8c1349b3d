/*
 * The clock is the time-stamp counter, which under the emulator counts instructions; the trace and the sections use the same one, so a section
 * needs no marker inside the kernel. A round's trace is read after the round: between two sections of a round nothing runs but the operations.
 */
#define _GNU_SOURCE
#include "trace.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/random.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#define WARM_ROUNDS 5
#define TRACEFS "/sys/kernel/tracing"
#define COST_ROUNDS 32

/* Longest time that CONFIG_HZ=100 leaves between two ticks, in nanoseconds; all usual rates divide it. */
#define TICK 20000000L
/* Time for the tick's own work, of the timers that it runs too. */
#define AFTER_TICK 300000L

/* The lock functions; where the sequence of a seqlock lies before its spinlock, the probe reads it. */
static const struct { const char *function; int sequence; } functions[] = {
    {"down_write", 0}, {"down_write_killable", 0}, {"down_write_trylock", 0}, {"up_write", 0},
    {"down_read", 0}, {"down_read_killable", 0}, {"down_read_interruptible", 0}, {"down_read_trylock", 0}, {"up_read", 0}, {"downgrade_write", 0},
    {"mutex_lock", 0}, {"mutex_lock_killable", 0}, {"mutex_lock_interruptible", 0}, {"mutex_trylock", 0}, {"mutex_unlock", 0},
    {"_raw_spin_lock", 1}, {"_raw_spin_lock_irq", 0}, {"_raw_spin_lock_irqsave", 0}, {"_raw_spin_lock_bh", 0}, {"_raw_spin_trylock", 0},
    {"_raw_spin_unlock", 1}, {"_raw_spin_unlock_irq", 0}, {"_raw_spin_unlock_irqrestore", 0}, {"_raw_spin_unlock_bh", 0},
    {"_raw_read_lock", 0}, {"_raw_read_unlock", 0}, {"_raw_write_lock", 0}, {"_raw_write_lock_irq", 0}, {"_raw_write_unlock", 0}, {"_raw_write_unlock_irq", 0},
    {"synchronize_rcu", 0}, {"synchronize_rcu_expedited", 0}, {"call_rcu", 0},
};
#define FUNCTIONS (sizeof functions / sizeof functions[0])

static int tracefs, out, console, recording, done, steps;
static const char *parameter_name = "";
static int parameter_value;
static unsigned long started;

long must(long result, const char *what)
{
    if (result != -1)
        return result;
    fprintf(stderr, "probe: %s: %s\n", what, strerror(errno));
    exit(1);
}

static unsigned long now(void)
{
    unsigned low, high;

    __asm__ volatile("lfence; rdtsc" : "=a"(low), "=d"(high) : : "memory");
    return (unsigned long)high << 32 | low;
}

/* Writes to a file of tracefs; 0 or an error number. */
static int set(const char *file, int flags, const char *text)
{
    int fd = openat(tracefs, file, O_WRONLY | flags), error = 0;

    if (fd < 0)
        return errno;
    if (write(fd, text, strlen(text)) < 0)
        error = errno;
    close(fd);
    return error;
}

static void must_set(const char *file, const char *text)
{
    errno = set(file, O_TRUNC, text);
    must(errno ? -1 : 0, file);
}

static void copy(int from, const char *name, const char *to)
{
    static char block[1 << 16];
    int source = must(openat(from, name, O_RDONLY), name), target = must(openat(out, to, O_WRONLY | O_CREAT | O_APPEND, 0644), to);
    ssize_t length;

    while ((length = must(read(source, block, sizeof block), name)) > 0)
        must(write(target, block, length), to);
    close(source);
    close(target);
}

/*
 * The addresses of data, by which the locks get their names: what kallsyms, which is in order of addresses, has from the start of data on. Its
 * letters do not tell: since 6.16 it calls data text.
 */
static void copy_symbols(void)
{
    FILE *symbols = fopen("/proc/kallsyms", "r"), *kept = fopen("/out/symbols", "w");
    char line[512];
    int data = 0;

    if (!symbols || !kept)
        must(-1, "/proc/kallsyms");
    while (fgets(line, sizeof line, symbols)) {
        data = data || strstr(line, " _sdata\n");
        if (data)
            fputs(line, kept);
    }
    fclose(symbols);
    fclose(kept);
}

/*
 * Sleeps until a tick has passed, so that the next does not fall into what follows, and what earlier operations put off is done: memory freed
 * after a grace period, workers that give it back.
 */
static void settle(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_nsec = (time.tv_nsec / TICK + 1) * TICK + AFTER_TICK;
    if (time.tv_nsec >= 1000000000) {
        time.tv_sec++;
        time.tv_nsec -= 1000000000;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
}

static int by_size(const void *left, const void *right)
{
    long l = *(const long *)left, r = *(const long *)right;

    return (l > r) - (l < r);
}

/* The median time of a system call that does next to nothing. */
static long empty_call(void)
{
    static long times[COST_ROUNDS];

    settle();
    must_set("tracing_on", "1");
    for (int i = 0; i < COST_ROUNDS; i++) {
        unsigned long from = now();

        syscall(SYS_getppid);
        times[i] = now() - from;
    }
    must_set("tracing_on", "0");
    must_set("trace", "");
    qsort(times, COST_ROUNDS, sizeof times[0], by_size);
    return times[COST_ROUNDS / 2];
}

/* What one event of a probe with these arguments costs, on a function that does next to nothing. */
static long cost(const char *arguments)
{
    char text[256];
    long bare = empty_call(), probed;

    snprintf(text, sizeof text, "p:cost/empty __x64_sys_getppid %s", arguments);
    errno = set("kprobe_events", O_APPEND, text);
    must(errno ? -1 : 0, text);
    must_set("events/cost/empty/enable", "1");
    probed = empty_call();
    must_set("events/cost/empty/enable", "0");
    set("kprobe_events", O_APPEND, "-:cost/empty");
    return probed - bare;
}

/*
 * The kernel's generator of random numbers starts only with entropy, of which a deterministic machine has none; until then each number costs
 * ten thousand instructions. Any bytes will do.
 */
static void seed_random(void)
{
    struct { int bits, bytes; uint32_t data[16]; } entropy = {.bits = 512, .bytes = 64};
    int device = must(open("/dev/urandom", O_WRONLY), "/dev/urandom");

    for (int i = 0; i < 16; i++)
        entropy.data[i] = i * 2654435761u;
    must(ioctl(device, RNDADDENTROPY, &entropy), "RNDADDENTROPY");
    close(device);
}

/* The operations run ahead of the processes that they wake, and without a break. */
static void run_first(void)
{
    struct sched_param priority = {.sched_priority = 1};
    int throttle = open("/proc/sys/kernel/sched_rt_runtime_us", O_WRONLY);

    if (throttle >= 0) {
        must(write(throttle, "-1", 2), "sched_rt_runtime_us");
        close(throttle);
    }
    must(sched_setscheduler(0, SCHED_FIFO, &priority), "SCHED_FIFO");
}

void trace_open(int probes)
{
    FILE *costs;
    struct utsname system;
    long plain, sequence;

    tracefs = must(open(TRACEFS, O_PATH | O_DIRECTORY | O_CLOEXEC), TRACEFS);
    out = must(open("/out", O_PATH | O_DIRECTORY | O_CLOEXEC), "/out");
    copy_symbols();
    must_set("tracing_on", "0");
    must_set("trace_clock", "x86-tsc");
    must_set("buffer_size_kb", "16384");
    must_set("options/record-cmd", "0");
    set("buffer_subbuf_size_kb", O_TRUNC, "256"); /* since 6.8: the start of a sub-buffer costs as much as an event */
    plain = cost("lock=%di");
    sequence = cost("lock=%di sequence=-4(%di):u32");
    costs = fopen("/out/costs", "w");
    uname(&system);
    fprintf(costs, "release %s\ncpus %ld\n", system.release, sysconf(_SC_NPROCESSORS_CONF));
    for (size_t i = 0; i < FUNCTIONS; i++) {
        char text[256];

        snprintf(text, sizeof text, "p:lab/%s %s lock=%%di%s", functions[i].function, functions[i].function,
                 functions[i].sequence ? " sequence=-4(%di):u32" : "");
        if (set("kprobe_events", O_APPEND, text) == 0)
            fprintf(costs, "function %s %ld\n", functions[i].function, functions[i].sequence ? sequence : plain);
    }
    fclose(costs);
    if (probes)
        must_set("events/lab/enable", "1");
    seed_random();
    run_first();
}

void parameter(const char *name, int value)
{
    parameter_name = name;
    parameter_value = value;
}

void cycle(void (*operation)(void))
{
    for (int round = 0; round < WARM_ROUNDS; round++) {
        settle();
        operation();
    }
    settle();
    must_set("tracing_on", "1");
    recording = 1;
    operation();
    recording = 0;
    must_set("tracing_on", "0");
    copy(tracefs, "trace", "trace");
    must_set("trace", "");
}

void begin(void)
{
    started = now();
}

void end(const char *operation)
{
    unsigned long ended = now();
    char line[256], value[16] = "";
    int file, length;

    if (!recording)
        return;
    if (*parameter_name)
        snprintf(value, sizeof value, "%d", parameter_value);
    length = snprintf(line, sizeof line, "%s %s,%s %d %lu %lu\n", operation, parameter_name, value, (int)syscall(SYS_gettid), started, ended);
    file = must(openat(out, "sections", O_WRONLY | O_CREAT | O_APPEND, 0644), "sections");
    must(write(file, line, length), "sections");
    close(file);
}

void progress_of(int count)
{
    steps = count;
    console = open("/dev/console", O_WRONLY | O_CLOEXEC);
}

void progress(const char *text)
{
    dprintf(console, "progress %d/%d %s\n", done++, steps, text);
}
