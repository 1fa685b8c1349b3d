/* Operations whose cost depends on other processes: pollers of mountinfo, peers and slaves in other namespaces. */
#define _GNU_SOURCE
#include "operations.h"
#include "trace.h"
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST 64
#define SHARED WORK "/x"

static pid_t others[MOST];
static int count;

/* A process that does something, says so, and then stays until it is ended. */
static pid_t stay(void (*first)(void), void (*then)(void))
{
    struct sched_param ordinary = {0};
    cpu_set_t everywhere;
    int ready[2];
    char byte;
    pid_t other;

    memset(&everywhere, 0xff, sizeof everywhere);
    MUST(pipe(ready));
    other = MUST(fork());
    if (other == 0) {
        MUST(sched_setaffinity(0, sizeof everywhere, &everywhere));
        MUST(sched_setscheduler(0, SCHED_OTHER, &ordinary));
        first();
        MUST(write(ready[1], "r", 1));
        for (;;)
            then();
    }
    close(ready[1]);
    if (MUST(read(ready[0], &byte, 1)) != 1)
        _exit(1);
    close(ready[0]);
    return other;
}

static void start(int wanted, void (*first)(void), void (*then)(void))
{
    for (count = 0; count < wanted; count++)
        others[count] = stay(first, then);
}

static void stop(void)
{
    for (int i = 0; i < count; i++)
        MUST(kill(others[i], SIGKILL));
    while (wait(NULL) > 0)
        ;
    count = 0;
}

static struct pollfd changes;

static void open_mountinfo(void)
{
    changes.fd = MUST(open("/proc/self/mountinfo", O_RDONLY));
    changes.events = POLLPRI;
}

static void await_change(void)
{
    poll(&changes, 1, -1);
}

static void polled_bind(void)
{
    SECTION("mount_bind", mount("a", "b", NULL, MS_BIND, NULL));
    SECTION("umount_bind", umount2("b", 0));
}

void with_pollers(int pollers)
{
    start(pollers, open_mountinfo, await_change);
    parameter("pollers", pollers);
    cycle(polled_bind);
    parameter("", 0);
    stop();
}

static void shared_bind(void)
{
    SECTION("mount_bind_shared", mount("a", SHARED "/b", NULL, MS_BIND, NULL));
    SECTION("umount_detach_shared", umount2(SHARED "/b", MNT_DETACH));
}

static void shared_umount(void)
{
    MUST(mount("a", SHARED "/b", NULL, MS_BIND, NULL));
    SECTION("umount_shared", umount2(SHARED "/b", 0));
}

static void become_peer(void)
{
    MUST(unshare(CLONE_NEWNS));
}

static void become_slave(void)
{
    MUST(unshare(CLONE_NEWNS));
    MUST(mount(NULL, SHARED, NULL, MS_SLAVE, NULL));
}

static void idle(void)
{
    pause();
}

/* A shared mount, new each time, so that its group is of those alone who join it. */
static void make_shared(void)
{
    mkdir(SHARED, 0755);
    MUST(mount("tmpfs", SHARED, "tmpfs", 0, NULL));
    MUST(mkdir(SHARED "/b", 0755));
    MUST(mount(NULL, SHARED, NULL, MS_SHARED, NULL));
}

static void with_receivers(const char *kind, int receivers, void (*become)(void))
{
    make_shared();
    start(receivers, become, idle);
    parameter(kind, receivers);
    cycle(shared_bind);
    cycle(shared_umount);
    parameter("", 0);
    stop();
    MUST(umount2(SHARED, MNT_DETACH));
}

void with_peers(int peers)
{
    with_receivers("peers", peers, become_peer);
}

void with_slaves(int slaves)
{
    with_receivers("slaves", slaves, become_slave);
}

static const char *path;

static void look_up(void)
{
    SECTION("path_lookup", access(path, F_OK));
}

void path_lookups(void)
{
    static const struct { int components; const char *path; } walks[] = {
        {3, WORK "/p/p"}, {7, WORK "/p/p/p/p/p/p"}, {11, WORK "/p/p/p/p/p/p/p/p/p/p"},
    };
    char made[] = WORK "/p/p/p/p/p/p/p/p/p/p";

    for (char *end = made + sizeof WORK "/p" - 1; ; end += 2) {
        char next = *end;

        *end = 0;
        MUST(mkdir(made, 0755));
        *end = next;
        if (!next)
            break;
    }
    for (size_t i = 0; i < sizeof walks / sizeof walks[0]; i++) {
        path = walks[i].path;
        parameter("components", walks[i].components);
        cycle(look_up);
    }
    parameter("", 0);
}

/* Binds of a directory of the shared mount lie on it and are its peers: propagation looks at each, and finds that the place is not below its root. */
void with_clones(int clones)
{
    char place[64];

    make_shared();
    MUST(mkdir(SHARED "/l", 0755));
    for (int i = 0; i < clones; i++) {
        snprintf(place, sizeof place, SHARED "/%d", i);
        MUST(mkdir(place, 0755));
        MUST(mount(SHARED "/l", place, NULL, MS_BIND, NULL));
    }
    parameter("clones", clones);
    cycle(shared_bind);
    cycle(shared_umount);
    parameter("", 0);
    MUST(umount2(SHARED, MNT_DETACH));
}
