package io.shisei.finding.list;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.deadline.Deadlines;
import io.shisei.finding.Findings;
import io.shisei.finding.search.FindingSearch;
import io.shisei.finding.sum.FindingSums;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Filters;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A text that is looked for among so many findings that it takes too long: here a lock holds the reading up. */
@DatabaseTest
@Import({FindingLists.class, Findings.class, FindingSearch.class, FindingSums.class, Deadlines.class, Accounts.class})
class RareTextTests {

    @Autowired
    FindingLists lists;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @MockitoBean
    Clock clock;

    @Test
    void isRefusedInsteadOfWaitedFor() {
        jdbc.sql("lock table resource in access exclusive mode").update();
        assertThatThrownBy(() -> CompletableFuture.supplyAsync(this::list).join())
                .hasCauseInstanceOf(Refusal.Impossible.class)
                .hasMessageContaining("too long to find this text");
    }

    private FindingLists.Found list() {
        return lists.list(Filters.ofText("rare"), FindingOrder.SEVERITY, PageRequest.first(10));
    }
}
