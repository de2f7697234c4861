package io.shisei.security.user;

import io.shisei.refusal.Refusal;
import io.shisei.security.Role;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who may log in. What they did keeps their names when they are gone. */
@Repository
public class Users {

    /** In characters. */
    public static final int SHORTEST_PASSWORD = Passwords.FEWEST_CHARACTERS;

    private static final Logger LOG = LoggerFactory.getLogger(Users.class);

    private final StoredUsers stored;
    private final PasswordEncoder encoder;
    private final AdminPassword admin;
    private final Clock clock;

    Users(JdbcClient jdbc, PasswordEncoder encoder, AdminPassword admin, Clock clock) {
        this.stored = new StoredUsers(jdbc);
        this.encoder = encoder;
        this.admin = admin;
        this.clock = clock;
    }

    /** What became of a user that the environment wants. */
    enum Followed {
        ADDED,
        CHANGED,
        SAME
    }

    public Optional<Credentials> credentials(String username) {
        return stored.credentials(username);
    }

    /** By name. */
    public List<Person> list() {
        return stored.list();
    }

    /** @throws Refusal when there is no such user */
    public Person get(String username) {
        return stored.find(username).orElseThrow(() -> new Refusal.Unknown(UserCode.UNKNOWN_USER, username));
    }

    /** Whether only the environment changes the user's password and role. */
    public boolean followsEnvironment(String username) {
        return admin.isFollowedBy(username);
    }

    /**
     * Lets somebody in, with a random password.
     *
     * @throws Refusal when the name cannot be one, or somebody has it
     */
    public GivenPassword add(String username, Role role, String by) {
        Usernames.check(username);
        var password = Passwords.random();
        var person = new Person(username, role, false, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!stored.add(person, encode(password))) {
            throw new Refusal.Impossible(UserCode.USERNAME_TAKEN, "username", username);
        }
        LOG.info("{} has added the user {} as {}", by, username, role);
        return new GivenPassword(person, password);
    }

    /** @throws Refusal when there is no such user, it is who asks, it follows the environment, or no administrator is left */
    @Transactional
    public Person changeRole(String username, Role role, String by) {
        checkMayLose(username, by);
        stored.changeRole(username, role);
        LOG.info("{} has made the user {} {}", by, username, role);
        return get(username);
    }

    /**
     * Gives a random password to one who has lost the own one, which ends all sessions of the user.
     *
     * @throws Refusal when there is no such user, it is who asks, or it follows the environment
     */
    @Transactional
    public GivenPassword givePassword(String username, String by) {
        checkIsAnother(username, by);
        checkIsFree(username);
        var password = Passwords.random();
        stored.changePassword(get(username).username(), encode(password), false);
        LOG.info("{} has given the user {} a new password", by, username);
        return new GivenPassword(get(username), password);
    }

    /**
     * Lets somebody in no more: the user's tokens and sessions end.
     *
     * @throws Refusal as {@link #changeRole}
     */
    @Transactional
    public void remove(String username, String by) {
        checkMayLose(username, by);
        stored.remove(username);
        LOG.info("{} has removed the user {}", by, username);
    }

    /** @throws Refusal when the user cannot have this password */
    public void checkPassword(String username, String password) {
        checkIsFree(username);
        Passwords.check(password);
    }

    /** Takes a password that the user has chosen, which ends all sessions of the user. */
    public void choosePassword(String username, String password) {
        checkPassword(username, password);
        stored.changePassword(username, encode(password), true);
        LOG.info("The user {} has another password", username);
    }

    /** Adds an administrator where nobody is; false where somebody is. */
    boolean addFirst(String username, String password) {
        return stored.isEmpty() && addAdministrator(username, password, false);
    }

    /** Makes sure that there is such an administrator. */
    @Transactional
    Followed follow(String username, String password) {
        if (stored.find(username).isEmpty() && addAdministrator(username, password, true)) {
            return Followed.ADDED;
        }
        var now = stored.credentials(username).orElseThrow();
        var fits = encoder.matches(password, now.passwordHash());
        if (fits && now.role() == Role.ADMINISTRATOR) {
            return Followed.SAME;
        }
        stored.changeRole(username, Role.ADMINISTRATOR);
        if (!fits) {
            stored.changePassword(username, encode(password), true);
        }
        return Followed.CHANGED;
    }

    private boolean addAdministrator(String username, String password, boolean own) {
        var person = new Person(username, Role.ADMINISTRATOR, own, clock.instant());
        return stored.add(person, encode(password));
    }

    /** Two administrators who do this to each other wait here for each other. */
    private void checkMayLose(String username, String by) {
        checkIsAnother(username, by);
        checkIsFree(username);
        var administrators = stored.holdAdministrators();
        if (get(username).role() == Role.ADMINISTRATOR && administrators == 1) {
            throw new Refusal.Impossible(UserCode.LAST_ADMINISTRATOR, null);
        }
    }

    private static void checkIsAnother(String username, String by) {
        if (username.equals(by)) {
            throw new Refusal.Forbidden(UserCode.OWN_USER);
        }
    }

    private void checkIsFree(String username) {
        if (followsEnvironment(username)) {
            throw new Refusal.Forbidden(UserCode.ADMIN_FOLLOWS_ENVIRONMENT, username);
        }
    }

    @SuppressWarnings("NullAway") // encode answers null only for null
    private String encode(String password) {
        return encoder.encode(password);
    }
}
