package io.shisei.security;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The API tokens. Of a token's secret only its SHA-256 is kept: 32 random bytes need no slower hash. */
@Repository
public class Tokens {

    private static final String PREFIX = "shisei_";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A token that speaks for {@code username}. */
    public record Token(UUID id, String name, String username, Instant createdAt) {}

    /** A new token with its secret, which nobody can ask for again. */
    public record Issued(Token token, String secret) {}

    /** Whom a token speaks for: its rights are those of the user now. */
    record Owner(String username, Role role) {}

    /** @throws Refusal when the name is blank or too long */
    public Issued issue(String name, String username) {
        Limits.text("name", name, Limits.NAME);
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var token = new Token(UUID.randomUUID(), name, username, now.toInstant());
        jdbc.sql("insert into api_token (id, name, username, secret_hash, created_at) values (?, ?, ?, ?, ?)")
                .params(token.id, name, username, hash(secret), now)
                .update();
        return new Issued(token, secret);
    }

    /** Those that concern a login, sorted by name: its own, or those of all for one who decides who may come in. */
    public List<Token> of(Principal login) {
        return jdbc.sql("""
                        select id, name, username, created_at from api_token
                        where :all or username = :username
                        order by name, id
                        """)
                .param("all", Permission.ADMINISTER.isOf(login))
                .param("username", login.getName())
                .query((row, number) -> token(row))
                .list();
    }

    /** @throws Refusal when there is no such token among {@link #of those that concern the login} */
    public void revoke(UUID id, Principal login) {
        var revoked = jdbc.sql("delete from api_token where id = :id and (:all or username = :username)")
                .param("id", id)
                .param("all", Permission.ADMINISTER.isOf(login))
                .param("username", login.getName())
                .update();
        if (revoked == 0) {
            throw new Refusal.Unknown(SecurityCode.UNKNOWN_TOKEN, id);
        }
    }

    /** The user for whom {@code secret} speaks. */
    Optional<Owner> owner(String secret) {
        return jdbc.sql("select username, role from api_token join app_user using (username) where secret_hash = ?")
                .param(hash(secret))
                .query((row, number) -> new Owner(row.getString("username"), Role.valueOf(row.getString("role"))))
                .optional();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("username"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String hash(String secret) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
