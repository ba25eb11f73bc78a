package io.aims.bulk;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The daemon threads of one run. They end with it, and by themselves if it is forgotten. */
final class RunThreads implements Executor {

    private static final long IDLE_SECONDS = 1;

    private final ThreadPoolExecutor pool;

    RunThreads(int count) {
        this.pool = new ThreadPoolExecutor(
                count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), RunThreads::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    /** Inherits no thread-locals: the thread of a host may carry what is not meant for other work. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "aims-worker", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Interrupts the threads and lets them end. */
    void end() {
        pool.shutdownNow();
    }
}
