/* Records which lock functions a system call runs, and when, in instructions. */
#ifndef TRACE_H
#define TRACE_H

/*
 * Probes every lock function that this kernel has and measures what a probe costs. Without probes only the sections' lengths are recorded, to
 * hold the corrected ones against. Ends the program when it cannot.
 */
void trace_open(int probes);

/* Runs an operation five times warm, then once recorded. */
void cycle(void (*operation)(void));

/* The parameter of the sections that follow; an empty name for none. */
void parameter(const char *name, int value);

/* A section: what lies between is one operation. Only the recorded round leaves a trace. */
void begin(void);
void end(const char *operation);

/* Says on the console how far the program is. */
void progress(const char *text);

/* What is to be done, for the time left. */
void progress_of(int steps);

/* Ends the program with a message when a call failed. */
long must(long result, const char *what);

#define MUST(call) must((long)(call), #call)
#define SECTION(operation, call) do { begin(); must((long)(call), operation ": " #call); end(operation); } while (0)

#endif
