package io.shisei.aws.rate;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * How many requests AWS allows for some operations of an API: a bucket that holds {@code burst} tokens and gains
 * {@code perSecond}.
 *
 * @param api what the SDK calls it, its client without {@code Client}; {@code *} at the end stands for anything, here and in {@code operations}
 * @param source where AWS says so
 */
public record Rate(
        String api, String operations, Sharing bucket, Scope scope, int burst, int perSecond, String source) {

    /** What shares a bucket: each operation has one, or all operations of the API have one. */
    public enum Sharing {
        OPERATION,
        API
    }

    /** Where a bucket counts. */
    public enum Scope {
        REGION,
        ACCOUNT
    }

    public Rate {
        if (burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException(
                    "burst and perSecond of " + api + " " + operations + " begin at 1, see " + source);
        }
    }

    boolean fits(String calledApi, String operation) {
        return matches(api, calledApi) && matches(operations, operation);
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }

    /** The {@code percent} of it that we take, at least one token. */
    Bandwidth share(int percent) {
        return Bandwidth.builder()
                .capacity(Math.max(1, (long) burst * percent / 100))
                .refillGreedy((long) perSecond * percent, Duration.ofSeconds(100))
                .build();
    }
}
