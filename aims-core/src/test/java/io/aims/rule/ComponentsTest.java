package io.aims.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    @Test
    void what_leads_to_a_circle_or_away_from_it_is_on_none() {
        int[][] successors = {{1}, {2}, {3}, {1, 4}, {5}, {}};

        assertThat(Components.onCircle(successors)).containsExactly(false, true, true, true, false, false);
    }

    @Test
    void a_long_way_takes_no_room_on_the_stack() {
        int[][] successors = IntStream.range(0, 200_000)
                .mapToObj(node -> new int[] {(node + 1) % 200_000})
                .toArray(int[][]::new);

        assertThat(Components.onCircle(successors)).doesNotContain(false);
    }

    @Test
    void a_node_is_on_a_circle_exactly_if_it_reaches_itself() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            int nodes = 1 + random.nextInt(8);
            int[][] successors = IntStream.range(0, nodes)
                    .mapToObj(node -> random.ints(random.nextInt(3), 0, nodes)
                            .filter(next -> next != node)
                            .toArray())
                    .toArray(int[][]::new);
            boolean[] reachesItself = new boolean[nodes];
            for (int node = 0; node < nodes; node++) {
                reachesItself[node] = reached(successors, node)[node];
            }

            assertThat(Components.onCircle(successors))
                    .as("%s", Arrays.deepToString(successors))
                    .isEqualTo(reachesItself);
        }
    }

    private static boolean[] reached(int[][] successors, int start) {
        boolean[] reached = new boolean[successors.length];
        for (int round = 0; round < successors.length; round++) {
            for (int node = 0; node < successors.length; node++) {
                if (node == start || reached[node]) {
                    for (int next : successors[node]) {
                        reached[next] = true;
                    }
                }
            }
        }
        return reached;
    }
}
