package io.shisei.dashboard;

import io.shisei.account.Access;
import io.shisei.account.MemberRole;
import io.shisei.account.OrganizationSettings;
import io.shisei.account.Ou;
import io.shisei.refusal.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The organization's settings as people type them; units one a line, for their names may have commas. */
record OrganizationForm(
        @Nullable String listingRole,
        @Nullable String listingExternalId,
        @Nullable String memberRole,
        @Nullable String memberExternalId,
        @Nullable String includeOus,
        @Nullable String excludeOus,
        @Nullable String memberRegions) {
    static final OrganizationForm NEW =
            new OrganizationForm(null, null, "arn:{partition}:iam::{accountId}:role/shisei", null, null, null, null);

    static OrganizationForm of(OrganizationSettings it) {
        return new OrganizationForm(
                it.access().roleArn(),
                it.access().externalId(),
                it.memberRole().template(),
                it.memberRole().externalId(),
                lines(it.includeOus()),
                lines(it.excludeOus()),
                Words.join(it.regions()));
    }

    /** A field cannot be read. */
    static final class Unreadable extends RuntimeException {
        private final transient Problem problem;

        Unreadable(String field, RuntimeException why) {
            super(why);
            this.problem = Problem.of(why).in(field);
        }

        Problem problem() {
            return problem;
        }
    }

    private interface Reading<T> {
        T read();
    }

    /** @throws Unreadable when a field cannot be read */
    OrganizationSettings toSettings() {
        return new OrganizationSettings(
                at("listingRole", () -> new Access(Words.orNull(listingRole), Words.orNull(listingExternalId))),
                at(
                        "memberRole",
                        () -> new MemberRole(
                                memberRole == null ? "" : memberRole.strip(), Words.orNull(memberExternalId))),
                ous("includeOus", includeOus),
                ous("excludeOus", excludeOus),
                Words.listOrNull(memberRegions));
    }

    private static <T> T at(String field, Reading<T> reading) {
        try {
            return reading.read();
        } catch (Invalid | IllegalArgumentException e) {
            throw new Unreadable(field, e);
        }
    }

    private static @Nullable List<Ou> ous(String field, @Nullable String text) {
        var paths = text == null
                ? List.<String>of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return paths.isEmpty()
                ? null
                : at(field, () -> paths.stream().map(Ou::new).distinct().toList());
    }

    private static @Nullable String lines(@Nullable List<Ou> ous) {
        return ous == null ? null : String.join("\n", ous.stream().map(Ou::path).toList());
    }
}
