package io.shisei.finding.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.finding.workflow.ChangeBatches.Seen;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeBatchesTests {

    @Test
    void holdSoManyFindings() {
        assertThat(ChangeBatches.split(places(12_001, 1)))
                .extracting(List::size)
                .containsExactly(5000, 5000, 2001);
    }

    @Test
    void holdSoManyPlaces() {
        assertThat(ChangeBatches.split(places(450, 450))).extracting(List::size).containsExactly(200, 200, 50);
    }

    @Test
    void keepAllInTheirOrder() {
        var all = places(10_500, 300);
        assertThat(ChangeBatches.split(all).stream().flatMap(List::stream).toList())
                .isEqualTo(all);
        assertThat(ChangeBatches.split(List.of())).isEmpty();
    }

    private static List<Seen> places(int findings, int places) {
        return IntStream.range(0, findings)
                .mapToObj(number -> new Seen(
                        new UUID(0, number), 0, "%012d".formatted((long) number * places / findings), "eu-west-1"))
                .toList();
    }
}
