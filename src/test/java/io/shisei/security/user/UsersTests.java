package io.shisei.security.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.refusal.LimitCode;
import io.shisei.refusal.Refusal;
import io.shisei.security.Role;
import io.shisei.test.DatabaseTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

@DatabaseTest
class UsersTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final PasswordEncoder ENCODER = new BCryptPasswordEncoder(4);

    @Autowired
    JdbcClient jdbc;

    private Users users;

    @BeforeEach
    void nobody() {
        jdbc.sql("delete from app_user").update();
        users = users("");
    }

    private Users users(String adminPassword) {
        return new Users(jdbc, ENCODER, new AdminPassword(adminPassword), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void assertRefused(Refusal.Code code, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private boolean fits(String username, String password) {
        return ENCODER.matches(
                password, users.credentials(username).orElseThrow().passwordHash());
    }

    @Test
    void addsSomebodyWithAPasswordThatWasMadeUp() {
        var given = users.add("kim@example.com", Role.OPERATOR, "admin");
        assertThat(given.person()).isEqualTo(new Person("kim@example.com", Role.OPERATOR, false, NOW));
        assertThat(given.password()).hasSize(24);
        assertThat(fits("kim@example.com", given.password())).isTrue();
        assertThat(users.get("kim@example.com")).isEqualTo(given.person());
        assertThat(users.add("lee", Role.READER, "admin").password()).isNotEqualTo(given.password());
        assertThat(users.list()).extracting(Person::username).containsExactly("kim@example.com", "lee");
    }

    @ParameterizedTest
    @CsvSource({
        "'', BLANK",
        "' ', BLANK",
        "' kim', USERNAME_LETTERS",
        "a:b, USERNAME_LETTERS",
        "a/b, USERNAME_LETTERS",
        "'a,b', USERNAME_LETTERS",
        "'a\0', USERNAME_LETTERS",
        "'kim\n', USERNAME_LETTERS",
        "аdmin, USERNAME_LETTERS", // a Cyrillic one
        ".., USERNAME_LETTERS",
        "me, USERNAME_IS_A_WORD",
        "none, USERNAME_IS_A_WORD"
    })
    void takesNoNameThatWouldBeMistaken(String name, String code) {
        Refusal.Code expected = code.equals("BLANK") ? LimitCode.BLANK : UserCode.valueOf(code);
        assertRefused(expected, () -> users.add(name, Role.READER, "admin"));
        assertThat(users.list()).isEmpty();
    }

    @Test
    void takesNoNameThatIsTooLong() {
        users.add("a".repeat(200), Role.READER, "admin");
        assertRefused(LimitCode.TOO_LONG, () -> users.add("a".repeat(201), Role.READER, "admin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kim", "Kim", "KIM"})
    void takesNoNameTwice(String name) {
        users.add("kim", Role.READER, "admin");
        assertRefused(UserCode.USERNAME_TAKEN, () -> users.add(name, Role.ADMINISTRATOR, "admin"));
        assertThat(users.get("kim").role()).isEqualTo(Role.READER);
    }

    @Test
    void changesRoles() {
        users.add("kim", Role.READER, "admin");
        assertThat(users.changeRole("kim", Role.OPERATOR, "admin").role()).isEqualTo(Role.OPERATOR);
        assertThat(users.credentials("kim").orElseThrow().role()).isEqualTo(Role.OPERATOR);
        assertRefused(UserCode.UNKNOWN_USER, () -> users.changeRole("lee", Role.OPERATOR, "admin"));
    }

    @Test
    void keepsTheLastAdministrator() {
        users.add("kim", Role.ADMINISTRATOR, "admin");
        users.add("lee", Role.ADMINISTRATOR, "admin");
        users.remove("lee", "kim");
        // Lee's request was under way.
        assertRefused(UserCode.LAST_ADMINISTRATOR, () -> users.remove("kim", "lee"));
        assertRefused(UserCode.LAST_ADMINISTRATOR, () -> users.changeRole("kim", Role.READER, "lee"));
        assertThat(users.list()).extracting(Person::username).containsExactly("kim");
    }

    @Test
    void letsNobodyLoseTheOwnLogin() {
        users.add("kim", Role.ADMINISTRATOR, "admin");
        users.add("lee", Role.ADMINISTRATOR, "admin");
        assertRefused(UserCode.OWN_USER, () -> users.remove("kim", "kim"));
        assertRefused(UserCode.OWN_USER, () -> users.changeRole("kim", Role.READER, "kim"));
        assertRefused(UserCode.OWN_USER, () -> users.givePassword("kim", "kim"));
    }

    @Test
    void givesAPasswordAndTakesTheChosenOne() {
        var first = users.add("kim", Role.READER, "admin").password();
        var second = users.givePassword("kim", "admin").password();
        assertThat(fits("kim", first)).isFalse();
        assertThat(fits("kim", second)).isTrue();
        users.choosePassword("kim", "correct horse battery");
        assertThat(fits("kim", "correct horse battery")).isTrue();
        assertThat(users.get("kim").ownPassword()).isTrue();
        assertThat(users.givePassword("kim", "admin").person().ownPassword()).isFalse();
        assertRefused(UserCode.UNKNOWN_USER, () -> users.givePassword("lee", "admin"));
    }

    @Test
    void takesPasswordsThatBcryptReadsAsAWhole() {
        users.add("kim", Role.READER, "admin");
        assertRefused(UserCode.PASSWORD_TOO_SHORT, () -> users.choosePassword("kim", "eleven char"));
        assertRefused(UserCode.PASSWORD_TOO_LONG, () -> users.choosePassword("kim", "パ".repeat(25)));
        users.choosePassword("kim", "パ".repeat(24));
        assertThat(fits("kim", "パ".repeat(24))).isTrue();
    }

    @Test
    void leavesToTheEnvironmentWhatFollowsIt() {
        users = users("of the environment");
        new AdminUser(users, new AdminPassword("of the environment")).afterSingletonsInstantiated();
        users.add("kim", Role.ADMINISTRATOR, "admin");
        assertThat(users.followsEnvironment("admin")).isTrue();
        assertRefused(UserCode.ADMIN_FOLLOWS_ENVIRONMENT, () -> users.remove("admin", "kim"));
        assertRefused(UserCode.ADMIN_FOLLOWS_ENVIRONMENT, () -> users.changeRole("admin", Role.READER, "kim"));
        assertRefused(UserCode.ADMIN_FOLLOWS_ENVIRONMENT, () -> users.givePassword("admin", "kim"));
        assertRefused(UserCode.ADMIN_FOLLOWS_ENVIRONMENT, () -> users.choosePassword("admin", "another password"));
        assertThat(users.followsEnvironment("kim")).isFalse();
    }

    @Test
    void canDoWithoutTheAdmin() {
        var admin = new AdminUser(users, new AdminPassword(""));
        assertThat(admin.generate())
                .hasValueSatisfying(it -> assertThat(fits("admin", it)).isTrue());
        assertThat(users.get("admin").ownPassword()).as("it stands in the log").isFalse();
        users.add("kim", Role.ADMINISTRATOR, "admin");
        users.remove("admin", "kim");
        assertThat(admin.generate()).isEmpty();
        assertThat(users.list()).extracting(Person::username).containsExactly("kim");
    }

    /** Who has lost all ways in sets the variable. */
    @Test
    void makesTheAdminAnAdministratorAgainWhereTheEnvironmentSaysSo() {
        new AdminUser(users, new AdminPassword("")).generate();
        users.add("kim", Role.ADMINISTRATOR, "admin");
        users.changeRole("admin", Role.READER, "kim");
        new AdminUser(users, new AdminPassword("of the environment")).afterSingletonsInstantiated();
        assertThat(users.get("admin").role()).isEqualTo(Role.ADMINISTRATOR);
        assertThat(fits("admin", "of the environment")).isTrue();
    }

    @Test
    void asksForNamesThatCannotBe() {
        assertThat(users.credentials("a\0b")).isEmpty();
        assertRefused(UserCode.UNKNOWN_USER, () -> users.get("a\0b"));
    }
}
