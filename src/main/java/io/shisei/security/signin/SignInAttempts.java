package io.shisei.security.signin;

import io.shisei.security.TooManyAttempts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Slows down those who guess: after five wrong guesses a network has to wait before each further one, whatever names
 * it tries; after one only for a name that is guessed at from everywhere. A network that has not guessed wrong is never
 * kept waiting, so that nobody can lock the owner of a name out. The same wrong guess counts once: it tells nothing
 * new. Kept in memory, the latest networks and names only.
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

    private record Attack(int count, Instant since) {}

    private final Clock clock;
    private final Map<String, Failures> networks = new Latest<>(CAPACITY);
    private final Map<Long, Attack> names = new Latest<>(CAPACITY);

    SignInAttempts(Clock clock) {
        this.clock = clock;
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
        var before = isCounting(guess.name()) ? names.get(guess.name()) : null;
        names.put(guess.name(), before == null ? new Attack(1, now) : new Attack(before.count + 1, before.since));
    }

    /** Forgets the wrong guesses at this name from this network: they were slips. */
    synchronized void succeeded(Guess guess) {
        var failed = networks.get(guess.network());
        if (failed != null) {
            failed.guesses.removeIf(it -> it.name() == guess.name());
        }
    }

    private Failures failures(String network) {
        var failed = networks.get(network);
        return failed == null || failed.last.plus(KEPT).isBefore(clock.instant())
                ? new Failures(new LinkedHashSet<>(), Instant.EPOCH)
                : failed;
    }

    private boolean isAttacked(long name) {
        var attack = names.get(name);
        return attack != null && attack.count >= ATTACK && isCounting(name);
    }

    private boolean isCounting(long name) {
        var attack = names.get(name);
        return attack != null && clock.instant().isBefore(attack.since.plus(KEPT));
    }

    private static Duration pause(int more) {
        var pause = PAUSE.multipliedBy(1L << more);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
