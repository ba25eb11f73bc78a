package io.aims.bulk;

/** Looks for threads that a run has left behind. */
final class RunThreadsWatch {

    private RunThreadsWatch() {}

    /** Tells whether no thread of any run is left within a few seconds. */
    static boolean endSoon() throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            if (Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("aims-worker"))) {
                return true;
            }
            Thread.sleep(10);
        }
        return false;
    }
}
