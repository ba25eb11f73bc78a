package io.aims.cost;

import io.aims.Aims;
import io.aims.evaluation.Evaluation;
import io.aims.system.AiSystem;

/**
 * Evaluates one system by the standard pack and prints the threads that live then and after all is closed. Started by
 * {@link ColdStartIT} in a Java virtual machine of its own, so it uses nothing but the library.
 */
final class ColdStart {

    private ColdStart() {}

    public static void main(String[] arguments) {
        print("before", Thread.getAllStackTraces().keySet());
        try (Aims aims = Aims.standard()) {
            Evaluation evaluation = aims.evaluate(AiSystem.named("any").build());
            System.out.println("level " + evaluation.level());
            System.out.println("controls " + evaluation.controls().size());
            print("open", Thread.getAllStackTraces().keySet());
        }
        print("closed", Thread.getAllStackTraces().keySet());
    }

    private static void print(String when, Iterable<Thread> threads) {
        for (Thread thread : threads) {
            if (thread.isAlive()) {
                System.out.println("thread " + when + " " + thread.getName().replace(' ', '_'));
            }
        }
    }
}
