/*
 * The namespace has nine mounts: /, /proc, /out, three that only stand there, the working directory /w, and on it /w/s for the mounts that are
 * measured and /w/m, whose children are the extra mounts. Namespaces are copied with a tenth, /w/n. Source and target of a mount lie in the root
 * of /w/s, which is the current directory: their paths have one component.
 */
#define _GNU_SOURCE
#include "operations.h"
#include "calls.h"
#include "trace.h"
#include <sched.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define SOURCE "a"
#define TARGET "b"

static void tmpfs(const char *path)
{
    mkdir(path, 0755);
    MUST(mount("tmpfs", path, "tmpfs", 0, NULL));
}

static void detach(const char *path)
{
    MUST(umount2(path, MNT_DETACH));
}

void make_tree(void)
{
    static const char *const others[] = {"/sys/kernel/tracing", "/sys", "/dev", "/tmp"};
    char name[64];

    MUST(unshare(CLONE_NEWNS));
    MUST(mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL));
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        detach(others[i]);
    tmpfs("/1");
    tmpfs("/2");
    tmpfs("/3");
    tmpfs(WORK);
    tmpfs(WORK "/s");
    tmpfs(BUSY);
    MUST(chdir(WORK "/s"));
    MUST(mkdir(SOURCE, 0755));
    MUST(mkdir(TARGET, 0755));
    MUST(mkdir(BUSY "/a", 0755));
    MUST(mkdir("u", 0755));
    MUST(mkdir("w", 0755));
    for (int i = 0; i < 50; i++) {
        snprintf(name, sizeof name, "%d", i);
        MUST(mkdir(name, 0755));
    }
}

static void checks(void)
{
    struct stat status;

    begin();
    end("empty");
    SECTION("getppid", syscall(SYS_getppid));
    SECTION("stat_path", stat(SOURCE, &status));
}

void own_checks(void)
{
    cycle(checks);
}

static void bind_detach(void)
{
    SECTION("mount_bind", mount(SOURCE, TARGET, NULL, MS_BIND, NULL));
    SECTION("mount_remount_bind_ro", mount(NULL, TARGET, NULL, MS_REMOUNT | MS_BIND | MS_RDONLY, NULL));
    SECTION("mount_make_private", mount(NULL, TARGET, NULL, MS_PRIVATE, NULL));
    SECTION("mount_make_slave", mount(NULL, TARGET, NULL, MS_SLAVE, NULL));
    SECTION("umount_detach_bind", umount2(TARGET, MNT_DETACH));
}

static void bind_umount(void)
{
    SECTION("mount_bind2", mount(SOURCE, TARGET, NULL, MS_BIND, NULL));
    SECTION("umount_bind", umount2(TARGET, 0));
}

static void mount_tmpfs(void)
{
    SECTION("mount_tmpfs", mount("tmpfs", TARGET, "tmpfs", 0, NULL));
    SECTION("umount_detach_tmpfs", umount2(TARGET, MNT_DETACH));
}

static void mount_proc(void)
{
    SECTION("mount_proc", mount("p", TARGET, "proc", 0, NULL));
    SECTION("umount_detach_proc", umount2(TARGET, MNT_DETACH));
}

static void mount_sysfs(void)
{
    SECTION("mount_sysfs", mount("s", TARGET, "sysfs", 0, NULL));
    detach(TARGET);
}

static void mount_devpts(void)
{
    SECTION("mount_devpts", mount("d", TARGET, "devpts", 0, NULL));
    detach(TARGET);
}

static void mount_mqueue(void)
{
    SECTION("mount_mqueue", mount("q", TARGET, "mqueue", 0, NULL));
    detach(TARGET);
}

static void mount_cgroup2(void)
{
    SECTION("mount_cgroup2", mount("c", TARGET, "cgroup2", 0, NULL));
    detach(TARGET);
}

static void remount_sb(void)
{
    MUST(mount("tmpfs", TARGET, "tmpfs", 0, NULL));
    SECTION("mount_remount_sb", mount(NULL, TARGET, NULL, MS_REMOUNT, NULL));
    detach(TARGET);
}

void mount_operations(void)
{
    cycle(bind_detach);
    cycle(bind_umount);
    cycle(mount_tmpfs);
    cycle(mount_proc);
    cycle(mount_sysfs);
    cycle(mount_devpts);
    cycle(mount_mqueue);
    cycle(mount_cgroup2);
    cycle(remount_sb);
}

/* The lower directories of an overlay. */
static const char *lowers(int layers)
{
    static char text[512];
    int length = 0;

    for (int i = 0; i < layers; i++)
        length += snprintf(text + length, sizeof text - length, "%s%d", i ? ":" : "", i);
    return text;
}

static int layers = 2;

static void overlay(void)
{
    char options[600];

    snprintf(options, sizeof options, "lowerdir=%s,upperdir=u,workdir=w", lowers(layers));
    SECTION("mount_overlay", mount("o", TARGET, "overlay", 0, options));
    SECTION("umount_detach_overlay", umount2(TARGET, MNT_DETACH));
}

void overlay_operations(void)
{
    cycle(overlay);
}

void overlay_layers(int count)
{
    layers = count;
    parameter("layers", count);
    cycle(overlay);
    parameter("", 0);
    layers = 2;
}

static void fd_overlay(void)
{
    int context, tree;

    begin();
    context = MUST(fs_open("overlay"));
    end("fsopen_overlay");
    SECTION("fsconfig_lower", fs_set(context, "lowerdir", lowers(2)));
    MUST(fs_set(context, "upperdir", "u"));
    MUST(fs_set(context, "workdir", "w"));
    SECTION("fsconfig_create_overlay", fs_create(context));
    begin();
    tree = MUST(fs_mount(context));
    end("fsmount_overlay");
    SECTION("move_mount_overlay", move_mount_to(tree, TARGET));
    SECTION("close_fsmount", close(tree));
    SECTION("close_fsopen", close(context));
    SECTION("umount_detach_overlay2", umount2(TARGET, MNT_DETACH));
}

static void fd_bind(void)
{
    static const struct mount_attributes read_only = {.set = ATTR_READ_ONLY};
    int tree;

    begin();
    tree = MUST(open_tree_clone(SOURCE));
    end("open_tree_clone");
    begin();
    set_attributes(tree, &read_only); /* fails before 5.12, which is what that kernel does */
    end("mount_setattr_ro");
    SECTION("move_mount_bind", move_mount_to(tree, TARGET));
    SECTION("close_open_tree", close(tree));
    detach(TARGET);
}

static void fd_dropped(void)
{
    int tree;

    begin();
    tree = MUST(open_tree_clone(SOURCE));
    end("open_tree_clone2");
    SECTION("close_open_tree_unattached", close(tree));
}

static void fd_tmpfs(void)
{
    int context, tree;

    begin();
    context = MUST(fs_open("tmpfs"));
    end("fsopen_tmpfs");
    SECTION("fsconfig_create_tmpfs", fs_create(context));
    begin();
    tree = MUST(fs_mount(context));
    end("fsmount_tmpfs");
    SECTION("move_mount_tmpfs", move_mount_to(tree, TARGET));
    close(tree);
    close(context);
    detach(TARGET);
}

/* A user namespace with one mapping, held open. */
static int user_namespace(void)
{
    char path[64];
    int ready[2], over[2], map, space;
    char byte;

    MUST(pipe(ready));
    MUST(pipe(over));
    pid_t child = MUST(fork());
    if (child == 0) {
        MUST(unshare(CLONE_NEWUSER));
        close(over[1]);
        MUST(write(ready[1], "r", 1));
        _exit(read(over[0], &byte, 1) != 0);
    }
    MUST(read(ready[0], &byte, 1));
    snprintf(path, sizeof path, "/proc/%d/uid_map", child);
    map = MUST(open(path, O_WRONLY));
    MUST(write(map, "0 100000 65536", 14));
    close(map);
    snprintf(path, sizeof path, "/proc/%d/gid_map", child);
    map = MUST(open(path, O_WRONLY));
    MUST(write(map, "0 100000 65536", 14));
    close(map);
    snprintf(path, sizeof path, "/proc/%d/ns/user", child);
    space = MUST(open(path, O_RDONLY));
    close(ready[0]);
    close(ready[1]);
    close(over[0]);
    close(over[1]);
    MUST(waitpid(child, NULL, 0));
    return space;
}

static int userns;

static void idmap(void)
{
    struct mount_attributes mapped = {.set = ATTR_IDMAP, .userns_fd = userns};
    int tree = MUST(open_tree_clone(SOURCE));

    begin();
    set_attributes(tree, &mapped); /* fails for a tmpfs before 6.3 */
    end("mount_setattr_idmap");
    close(tree);
}

void fd_operations(void)
{
    cycle(fd_overlay);
    cycle(fd_bind);
    cycle(fd_dropped);
    cycle(fd_tmpfs);
    userns = user_namespace();
    parameter("pass", 1);
    cycle(idmap);
    parameter("", 0);
    close(userns);
}


static int mountinfo;

static void read_once(void)
{
    static char block[1 << 16];

    MUST(lseek(mountinfo, 0, SEEK_SET));
    SECTION("read_mountinfo", read(mountinfo, block, sizeof block));
}

static void read_all(void)
{
    static char block[1 << 16];

    MUST(lseek(mountinfo, 0, SEEK_SET));
    begin();
    while (MUST(read(mountinfo, block, sizeof block)) > 0)
        ;
    end("read_mountinfo");
}

static void with_mountinfo(void (*operation)(void))
{
    mountinfo = MUST(open("/proc/self/mountinfo", O_RDONLY));
    cycle(operation);
    close(mountinfo);
}

/* Runs a part of an operation in a process of its own, as a namespace ends with its last user. */
static void in_child(void (*part)(void))
{
    int status;
    pid_t child = MUST(fork());

    if (child == 0) {
        part();
        _exit(0);
    }
    MUST(waitpid(child, &status, 0));
    if (status != 0)
        _exit(1);
}

static void unshare_twice(void)
{
    MUST(unshare(CLONE_NEWNS));
    SECTION("unshare_newns", unshare(CLONE_NEWNS));
}

static void unshare_newns(void)
{
    in_child(unshare_twice);
}

void namespace_operations(void)
{
    tmpfs(EMPTY);
    cycle(unshare_newns);
    detach(EMPTY);
    with_mountinfo(read_once);
}

static void extra_mounts(int from, int to)
{
    char name[64];

    for (int i = from; i < to; i++) {
        snprintf(name, sizeof name, BUSY "/%03d", i);
        tmpfs(name);
    }
}

static void no_extra_mounts(int count)
{
    char name[64];

    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, BUSY "/%03d", i);
        detach(name);
    }
}

static void bind_of_busy(void)
{
    SECTION("mount_bind", mount(BUSY "/a", TARGET, NULL, MS_BIND, NULL));
    detach(TARGET);
}

static void rbind(void)
{
    SECTION("mount_rbind", mount(BUSY, TARGET, NULL, MS_BIND | MS_REC, NULL));
    SECTION("umount_detach_tree", umount2(TARGET, MNT_DETACH));
}

void tree_operations(int extra)
{
    extra_mounts(0, extra);
    parameter("extra_mounts", extra);
    with_mountinfo(read_all);
    cycle(bind_of_busy);
    cycle(rbind);
    parameter("", 0);
    no_extra_mounts(extra);
}

/* A container's start: its root is /w, as pivot_root cannot leave the initial root file system. */
static void enter(void)
{
    MUST(chroot(WORK));
    MUST(chdir("/"));
}

static void leave_old_root(void)
{
    MUST(mkdir("/r", 0755));
    MUST(mount("tmpfs", "/r", "tmpfs", 0, NULL));
    MUST(mkdir("/r/old", 0755));
    SECTION("pivot_root", pivot_root_to("/r", "/r/old"));
    MUST(chdir("/"));
}

static void start_container(void)
{
    enter();
    SECTION("copy_mnt_ns", unshare(CLONE_NEWNS));
    SECTION("make_rslave", mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL));
    leave_old_root();
    SECTION("umount_detach_oldroot", umount2("/old", MNT_DETACH));
}

static void container(void)
{
    in_child(start_container);
    MUST(rmdir(WORK "/r"));
}

static void go_back(void)
{
    int home = MUST(open("/proc/self/ns/mnt", O_RDONLY));

    MUST(unshare(CLONE_NEWNS));
    SECTION("setns_and_put_mnt_ns", setns(home, CLONE_NEWNS));
}

static void leave_namespace(void)
{
    in_child(go_back);
}

void container_operations(int extra)
{
    tmpfs(EMPTY);
    extra_mounts(0, extra);
    parameter("extra_mounts", extra);
    cycle(container);
    cycle(leave_namespace);
    parameter("", 0);
    no_extra_mounts(extra);
    detach(EMPTY);
}

static void pivot(void)
{
    enter();
    MUST(unshare(CLONE_NEWNS));
    MUST(mount(NULL, "/", NULL, MS_REC | MS_SLAVE, NULL));
    leave_old_root();
}

static void pivot_in_child(void)
{
    in_child(pivot);
    MUST(rmdir(WORK "/r"));
}

void pivot_with_tasks(int extra)
{
    int over[2];
    char byte;

    MUST(pipe(over));
    for (int i = 0; i < extra; i++)
        if (MUST(fork()) == 0) {
            close(over[1]);
            _exit(read(over[0], &byte, 1) != 0);
        }
    tmpfs(EMPTY);
    parameter("extra_tasks", extra);
    cycle(pivot_in_child);
    parameter("", 0);
    detach(EMPTY);
    close(over[1]);
    while (wait(NULL) > 0)
        ;
    close(over[0]);
}
