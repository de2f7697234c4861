package io.shisei.security.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Expiry;
import io.shisei.security.TooManyAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Slows down those who guess: after five wrong guesses a network has to wait before each further one, whatever names
 * it tries; after one only for a name that is guessed at from everywhere. A network that has not guessed wrong is never
 * kept waiting, so that nobody can lock the owner of a name out. The same wrong guess counts once: it tells nothing
 * new. Kept in memory, so many networks and names only.
 */
@Component
public class SignInAttempts {

    private static final int FREE = 5;
    private static final int FREE_UNDER_ATTACK = 1;
    private static final int ATTACK = 30;
    private static final int COUNTED = 9;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int CAPACITY = 10_000;

    private record Failures(Set<Guess> guesses, Instant last) {}

    private final Clock clock;
    private final Cache<String, Failures> networks;

    /** How often each was guessed at since the first time, from anywhere. */
    private final Cache<Long, Integer> names;

    SignInAttempts(Clock clock) {
        this.clock = clock;
        this.networks = Memory.of(CAPACITY, clock).expireAfterWrite(KEPT).build();
        this.names = Memory.of(CAPACITY, clock)
                .expireAfter(Expiry.creating((name, count) -> KEPT))
                .build();
    }

    /**
     * Lets the guess be checked.
     *
     * @throws TooManyAttempts when it has to wait
     */
    public synchronized void admit(Guess guess) {
        var failed = failures(guess.network());
        var more = failed.guesses.size() - (isAttacked(guess.name()) ? FREE_UNDER_ATTACK : FREE);
        if (more < 0) {
            return;
        }
        var left = Duration.between(clock.instant(), failed.last.plus(pause(more)));
        if (left.isPositive()) {
            throw TooManyAttempts.failed(left);
        }
    }

    public synchronized void failed(Guess guess) {
        var guesses = failures(guess.network()).guesses;
        if (!guesses.add(guess)) {
            return;
        }
        if (guesses.size() > COUNTED) {
            guesses.remove(guesses.iterator().next());
        }
        var now = clock.instant();
        networks.put(guess.network(), new Failures(guesses, now));
        names.asMap().merge(guess.name(), 1, Integer::sum);
    }

    /** Forgets the wrong guesses at this name from this network: they were slips. */
    synchronized void succeeded(Guess guess) {
        var failed = networks.getIfPresent(guess.network());
        if (failed != null) {
            failed.guesses.removeIf(it -> it.name() == guess.name());
        }
    }

    private Failures failures(String network) {
        var failed = networks.getIfPresent(network);
        return failed == null ? new Failures(new LinkedHashSet<>(), Instant.EPOCH) : failed;
    }

    private boolean isAttacked(long name) {
        var count = names.getIfPresent(name);
        return count != null && count >= ATTACK;
    }

    private static Duration pause(int more) {
        var pause = PAUSE.multipliedBy(1L << more);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
