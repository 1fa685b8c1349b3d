/* Copies standard input to the emulator's debug port: a way out of the guest that needs no driver in its kernel. */
#include <stdio.h>
#include <sys/io.h>
#include <unistd.h>

#define PORT 0xe9

int main(void)
{
    static unsigned char block[1 << 16];
    ssize_t length;

    if (ioperm(PORT, 1, 1) != 0) {
        perror("send: ioperm");
        return 1;
    }
    while ((length = read(STDIN_FILENO, block, sizeof block)) > 0)
        outsb(PORT, block, length);
    return length < 0;
}
