/* System calls and structures that the C library may not know yet; numbers and layouts of include/uapi/linux/mount.h. */
#ifndef CALLS_H
#define CALLS_H

#include <stdint.h>

#define CLONE_TREE 1u       /* OPEN_TREE_CLONE */
#define MOVE_FROM_EMPTY 0x4u        /* MOVE_MOUNT_F_EMPTY_PATH */
#define SET_STRING 1u               /* FSCONFIG_SET_STRING */
#define CREATE 6u                   /* FSCONFIG_CMD_CREATE */
#define ATTR_READ_ONLY 0x1u         /* MOUNT_ATTR_RDONLY */
#define ATTR_IDMAP 0x100000u        /* MOUNT_ATTR_IDMAP */

struct mount_attributes {           /* struct mount_attr */
    uint64_t set, clear, propagation, userns_fd;
};

int open_tree_clone(const char *path);
int move_mount_to(int tree, const char *path);
int fs_open(const char *type);
int fs_set(int context, const char *key, const char *value);
int fs_create(int context);
int fs_mount(int context);
int set_attributes(int tree, const struct mount_attributes *attributes);
int pivot_root_to(const char *root, const char *old);

#endif
