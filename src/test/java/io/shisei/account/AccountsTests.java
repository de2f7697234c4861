package io.shisei.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import(Accounts.class)
class AccountsTests {

    private static final String SHOP = "111111111111";
    private static final String TILL = "222222222222";
    private static final String PLANT = "333333333333";

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    StoredAccounts stored;

    @BeforeEach
    void twoUnits() {
        put(SHOP, "/Shops");
        put(TILL, "/Shops/Tills, old");
        put(PLANT, "/Plants");
    }

    private void put(String id, String ou) {
        Rows.account(jdbc, id);
        jdbc.sql("update account set ou = :ou where id = :id")
                .param("ou", ou)
                .param("id", id)
                .update();
    }

    @Test
    void meansTheAccountsOfAUnitAtAnyDepth() {
        assertThat(accounts.named(Set.of(), "/Shops")).containsExactlyInAnyOrder(SHOP, TILL);
        assertThat(accounts.named(Set.of(), "/Shops/Tills, old")).containsExactly(TILL);
        assertThat(accounts.named(Set.of(), null)).isEmpty();
    }

    @Test
    void knowsWhichAccountsAreNotOfAUnitThatHasMost() {
        put("444444444444", "/Plants");
        jdbc.sql("update account set retired_at = now() where id = '444444444444'")
                .update();
        assertThat(accounts.circle(new Ou("/Shops")).others()).containsExactly(PLANT);
        assertThat(accounts.circle(Ou.ROOT).others()).isEmpty();
        assertThat(accounts.circle(new Ou("/Plants")).others()).isNull();
    }

    @Test
    void knowsUnitsInWhichNoAccountIs() {
        var gone = new Ou("/Shops/Closed");
        assertThat(accounts.empty(List.of(new Ou("/Shops"), gone, Ou.ROOT, new Ou("/Plants"))))
                .containsExactly(gone);
        assertThat(accounts.empty(List.of())).isEmpty();
    }

    @Test
    void restrictsAUnitToTheAccountsThatAreNamedBesideIt() {
        assertThat(accounts.named(Set.of(TILL, PLANT), "/Shops")).containsExactly(TILL);
        assertThat(accounts.named(Set.of(TILL, PLANT), null)).containsExactlyInAnyOrder(TILL, PLANT);
    }

    /** Nothing is left: an empty set would mean all. */
    @Test
    void refusesAUnitInWhichNoneOfThemIs() {
        assertThatThrownBy(() -> accounts.named(Set.of(PLANT), "/Shops"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("'/Shops'");
        assertThatThrownBy(() -> accounts.named(Set.of(), "/Nowhere")).isInstanceOf(Refusal.Invalid.class);
        assertThatThrownBy(() -> accounts.named(Set.of(), "Shops")).hasMessageContaining("not the path");
    }
}
