package io.shisei.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The account that the stub shows: so many resources of each kind in each region, some of them bad. Each round changes
 * some and hides others; the same seed and round always give the same account.
 */
final class StubAccount {

    static final String ID = "123456789012";
    private static final List<String> REGIONS = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-2",
            "eu-west-1",
            "eu-central-1",
            "eu-north-1",
            "ap-northeast-1",
            "ap-southeast-2");

    /** What there is; the number is the default for the whole account. */
    enum Kind {
        BUCKETS(20_000),
        GROUPS(10_000),
        INSTANCES(5_000),
        POLICIES(2_000),
        TASKS(2_000),
        CLUSTERS(200),
        APIS(40),
        DISTRIBUTIONS(40),
        DOMAINS(20);

        private final int usual;

        Kind(int usual) {
            this.usual = usual;
        }

        boolean global() {
            return this == POLICIES || this == DISTRIBUTIONS;
        }
    }

    private final int[] counts;
    private final List<String> regions;
    private final int seed;
    private final int changed;
    private final int gone;
    private volatile int round;

    StubAccount(Settings settings) {
        regions = REGIONS.subList(0, settings.number("regions", 4));
        counts = Arrays.stream(Kind.values())
                .mapToInt(kind ->
                        settings.number(kind.name().toLowerCase(), kind.usual) / (kind.global() ? 1 : regions.size()))
                .toArray();
        seed = settings.number("seed", 1);
        changed = settings.number("changed", 20);
        gone = settings.number("gone", 5);
    }

    List<String> regions() {
        return regions;
    }

    void round(int number) {
        round = number;
    }

    int total() {
        return Arrays.stream(Kind.values())
                .mapToInt(kind -> counts[kind.ordinal()] * (kind.global() ? 1 : regions.size()))
                .sum();
    }

    /** The numbers of those that are there now, of a page that begins at {@code from}. */
    IntStream page(Kind kind, String region, int from, int size) {
        return IntStream.range(from, Math.min(from + size, counts[kind.ordinal()]))
                .filter(number -> exists(kind, region, number));
    }

    /** Whether another page follows. */
    boolean more(Kind kind, int from, int size) {
        return from + size < counts[kind.ordinal()];
    }

    boolean exists(Kind kind, String region, int number) {
        return round == 0 || draw(kind, region, number, -round) >= gone;
    }

    /** A tenth is bad at first; each round turns some around. */
    boolean bad(Kind kind, String region, int number) {
        var turns = IntStream.rangeClosed(1, round)
                .filter(past -> draw(kind, region, number, past) < changed)
                .count();
        return (draw(kind, region, number, 0) < 100) ^ (turns % 2 == 1);
    }

    /** 0 to 999. */
    private int draw(Kind kind, String region, int number, int past) {
        long mixed = seed * 31L + kind.ordinal();
        mixed = mixed * 1_000_003 + region.hashCode();
        mixed = mixed * 1_000_003 + number;
        mixed = (mixed * 1_000_003 + past) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 29), 1000);
    }
}
