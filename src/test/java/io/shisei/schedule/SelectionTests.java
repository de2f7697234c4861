package io.shisei.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.account.Account;
import io.shisei.account.Ou;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTests {

    private static final List<Account> ACCOUNTS = List.of(
            account("alone", null),
            account("root", "/"),
            account("work", "/Work"),
            account("prod", "/Work/Prod"),
            account("workshop", "/Workshop"));

    @Test
    void meansAllWithoutAChoice() {
        assertThat(chosen(Selection.ALL)).hasSameSizeAs(ACCOUNTS);
    }

    @Test
    void meansTheAccountsOfAUnitAndOfThoseBelow() {
        assertThat(chosen(new Selection(null, ous("/Work")))).containsExactly("work", "prod");
        assertThat(chosen(new Selection(null, ous("/")))).containsExactly("root", "work", "prod", "workshop");
    }

    @Test
    void meansNamedAccountsAndThoseOfUnitsTogether() {
        assertThat(chosen(new Selection(List.of("alone", "prod"), null))).containsExactly("alone", "prod");
        assertThat(chosen(new Selection(List.of("alone", "prod"), ous("/Workshop", "/Work/Prod"))))
                .containsExactly("alone", "prod", "workshop");
    }

    @Test
    void meansNoneWhereUnitsAreEmpty() {
        assertThat(chosen(new Selection(null, ous("/Gone")))).isEmpty();
    }

    private static List<Ou> ous(String... paths) {
        return Stream.of(paths).map(Ou::new).toList();
    }

    private static List<String> chosen(Selection selection) {
        return ACCOUNTS.stream().filter(selection::covers).map(Account::id).toList();
    }

    private static Account account(String id, @Nullable String ou) {
        var account = mock(Account.class);
        when(account.id()).thenReturn(id);
        when(account.ou()).thenReturn(Optional.ofNullable(ou).map(Ou::new));
        return account;
    }
}
