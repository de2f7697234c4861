package io.shisei.scan;

import io.shisei.account.Account;
import io.shisei.inventory.Source;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds where an account is read from. */
@Component
public class Sources {

    private final List<Source> all;

    Sources(List<Source> all) {
        this.all = all;
    }

    public Source of(Account account) {
        return all.stream().filter(source -> source.reads(account)).findFirst().orElseThrow();
    }
}
