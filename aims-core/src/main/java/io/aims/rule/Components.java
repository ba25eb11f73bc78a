package io.aims.rule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Finds the nodes of a directed graph that lie on a circle, in one pass over it and without recursion: large graphs take no room
 * on the stack.
 */
final class Components {

    private static final int NEW = -1;

    private final int[][] successors;
    private final int[] order;
    private final int[] lowest;
    private final boolean[] onCircle;
    private final boolean[] open;
    private final int[] nextSuccessor;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> unassigned = new ArrayDeque<>();
    private int visited;

    private Components(int[][] successors) {
        this.successors = successors;
        this.order = new int[successors.length];
        this.lowest = new int[successors.length];
        this.onCircle = new boolean[successors.length];
        this.open = new boolean[successors.length];
        this.nextSuccessor = new int[successors.length];
        Arrays.fill(order, NEW);
    }

    /**
     * Finds the nodes that lie on a circle of two or more.
     *
     * @param successors the nodes to which each node leads
     * @return for each node whether it leads back to itself through others
     */
    static boolean[] onCircle(int[][] successors) {
        Components components = new Components(successors);
        for (int node = 0; node < successors.length; node++) {
            if (components.order[node] == NEW) {
                components.explore(node);
            }
        }
        return components.onCircle;
    }

    private void explore(int start) {
        enter(start);
        while (!path.isEmpty()) {
            int node = path.element();
            if (nextSuccessor[node] < successors[node].length) {
                int next = successors[node][nextSuccessor[node]];
                nextSuccessor[node]++;
                if (order[next] == NEW) {
                    enter(next);
                } else if (open[next]) {
                    lowest[node] = Math.min(lowest[node], order[next]);
                }
            } else {
                leave(node);
            }
        }
    }

    private void enter(int node) {
        order[node] = visited;
        lowest[node] = visited;
        visited++;
        open[node] = true;
        path.push(node);
        unassigned.push(node);
    }

    private void leave(int node) {
        path.pop();
        if (!path.isEmpty()) {
            lowest[path.element()] = Math.min(lowest[path.element()], lowest[node]);
        }
        if (lowest[node] == order[node]) {
            boolean many = unassigned.element() != node;
            int member;
            do {
                member = unassigned.pop();
                open[member] = false;
                onCircle[member] = many;
            } while (member != node);
        }
    }
}
