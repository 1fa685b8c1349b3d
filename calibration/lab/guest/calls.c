#define _GNU_SOURCE
#include "calls.h"
#include <fcntl.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Numbers are the same on all architectures since 5.2; mount_setattr since 5.12. */
enum { OPEN_TREE = 428, MOVE_MOUNT = 429, FSOPEN = 430, FSCONFIG = 431, FSMOUNT = 432, MOUNT_SETATTR = 442 };

int open_tree_clone(const char *path)
{
    return syscall(OPEN_TREE, AT_FDCWD, path, CLONE_TREE);
}

int move_mount_to(int tree, const char *path)
{
    return syscall(MOVE_MOUNT, tree, "", AT_FDCWD, path, MOVE_FROM_EMPTY);
}

int fs_open(const char *type)
{
    return syscall(FSOPEN, type, 0);
}

int fs_set(int context, const char *key, const char *value)
{
    return syscall(FSCONFIG, context, SET_STRING, key, value, 0);
}

int fs_create(int context)
{
    return syscall(FSCONFIG, context, CREATE, NULL, NULL, 0);
}

int fs_mount(int context)
{
    return syscall(FSMOUNT, context, 0, 0);
}

int set_attributes(int tree, const struct mount_attributes *attributes)
{
    return syscall(MOUNT_SETATTR, tree, "", AT_EMPTY_PATH, attributes, sizeof *attributes);
}

int pivot_root_to(const char *root, const char *old)
{
    return syscall(SYS_pivot_root, root, old);
}
