/* The operations that the lab traces, in groups; calibration/lab/README.md says how each is set up. */
#ifndef OPERATIONS_H
#define OPERATIONS_H

#define WORK "/w"           /* the working directory, a tmpfs */
#define BUSY WORK "/m"      /* the mount with many children */
#define EMPTY WORK "/n"     /* a mount that is there when namespaces are copied */

void make_tree(void);
void own_checks(void);
void mount_operations(void);
void overlay_operations(void);
void fd_operations(void);
void namespace_operations(void);
void tree_operations(int extra);
void container_operations(int extra);
void pivot_with_tasks(int extra);
void overlay_layers(int layers);
void with_pollers(int pollers);
void with_peers(int peers);
void with_slaves(int slaves);
void with_clones(int clones);
void path_lookups(void);

#endif
