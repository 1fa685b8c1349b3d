/* Runs the lab's operations under probes on the lock functions. "short" leaves out the operations with a parameter, "bare" the probes. */
#define _GNU_SOURCE
#include "operations.h"
#include "trace.h"
#include <sched.h>
#include <string.h>

#define LENGTH(array) ((int)(sizeof (array) / sizeof (array)[0]))

static const int mounts[] = {0, 50, 100, 200, 400}, tasks[] = {0, 100, 400}, layers[] = {1, 2, 5, 10, 20, 50}, pollers[] = {0, 4, 16}, receivers[] = {0, 1, 4, 16, 64}, clones[] = {64, 256, 1024};

/* An operation that grows, at each value of its parameter. */
static void grow(const char *text, void (*operation)(int), const int *values, int count)
{
    for (int i = 0; i < count; i++) {
        progress(text);
        operation(values[i]);
    }
}

int main(int count, char **arguments)
{
    int whole = 1, probes = 1;
    cpu_set_t first;

    for (int i = 1; i < count; i++)
        if (strcmp(arguments[i], "short") == 0)
            whole = 0;
        else if (strcmp(arguments[i], "bare") == 0)
            probes = 0;

    /* The operations run on one CPU; the processes that they wake run where they like. */
    CPU_ZERO(&first);
    CPU_SET(0, &first);
    MUST(sched_setaffinity(0, sizeof first, &first));
    progress_of(5 + (whole ? 2 * LENGTH(mounts) + LENGTH(tasks) + LENGTH(layers) + LENGTH(pollers) + 2 * LENGTH(receivers) + LENGTH(clones) + 1 : 0));
    progress("probes");
    trace_open(probes);
    make_tree();
    own_checks();
    progress("mount");
    mount_operations();
    progress("overlay");
    overlay_operations();
    progress("mounts by descriptor");
    fd_operations();
    progress("namespaces");
    namespace_operations();
    if (!whole)
        return 0;
    grow("layers", overlay_layers, layers, LENGTH(layers));
    grow("pollers", with_pollers, pollers, LENGTH(pollers));
    grow("peers", with_peers, receivers, LENGTH(receivers));
    grow("slaves", with_slaves, receivers, LENGTH(receivers));
    grow("clones", with_clones, clones, LENGTH(clones));
    grow("tasks", pivot_with_tasks, tasks, LENGTH(tasks));
    /* Last, as many mounts leave the per-CPU allocator in a state that makes single ones dear. */
    grow("extra mounts", tree_operations, mounts, LENGTH(mounts));
    grow("containers", container_operations, mounts, LENGTH(mounts));
    progress("paths");
    path_lookups();
    return 0;
}
