package io.shisei.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Circle;
import io.shisei.control.Controls;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import(Evaluations.class)
class UnreadTests {

    private static final String ONE = "111111111111";
    private static final String OTHER = "222222222222";
    private static final String RETIRED = "333333333333";
    private static final UUID OLD = new UUID(0, 1);
    private static final UUID LAST = new UUID(0, 2);
    private static final UUID OF_OTHER = new UUID(0, 3);

    @Autowired
    Evaluations evaluations;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Controls controls;

    @BeforeEach
    void checks() {
        for (var account : new String[] {ONE, OTHER, RETIRED}) {
            Rows.account(jdbc, account);
        }
        jdbc.sql("update account set retired_at = now() where id = :id")
                .param("id", RETIRED)
                .update();
        checked(ONE, "S3.8", LAST, false);
        checked(ONE, "EC2.18", LAST, true);
        checked(ONE, "ES.4", OLD, false);
        checked(OTHER, "S3.8", OF_OTHER, false);
        checked(OTHER, "EC2.18", OF_OTHER, false);
        checked(RETIRED, "S3.8", OLD, false);
    }

    @Test
    void namesTheScansThatLeftMostUnread() {
        assertThat(evaluations.unread(Circle.ALL, 5))
                .containsExactly(new Unread(OTHER, OF_OTHER, 2), new Unread(ONE, OLD, 1), new Unread(ONE, LAST, 1));
        assertThat(evaluations.unread(Circle.ALL, 1)).hasSize(1);
    }

    @Test
    void namesThoseOfOneAccount() {
        assertThat(evaluations.unread(Circle.of(ONE), 5))
                .extracting(Unread::scanId)
                .containsExactly(OLD, LAST);
        assertThat(evaluations.unread(Circle.of(RETIRED), 5)).containsExactly(new Unread(RETIRED, OLD, 1));
    }

    private void checked(String account, String control, UUID scan, boolean complete) {
        jdbc.sql("""
                        insert into evaluation (account_id, region, control_id, resource_type, scan_id, at, since, complete)
                        values (:account, 'eu-west-1', :control, 'AWS::S3::Bucket', :scan, now(), now(), :complete)
                        """)
                .param("account", account)
                .param("control", control)
                .param("scan", scan)
                .param("complete", complete)
                .update();
    }
}
