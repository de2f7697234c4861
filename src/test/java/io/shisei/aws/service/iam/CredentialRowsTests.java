package io.shisei.aws.service.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialRowsTests {

    private static final String HEADER = "user,arn,password_enabled,mfa_active\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ann | arn:aws:iam::111122223333:user/ann",
                "doe,ann | arn:aws:iam::111122223333:user/doe,ann",
                "ann | arn:aws:iam::111122223333:user/sales,east/ann",
                "<root_account> | arn:aws:iam::111122223333:root"
            })
    void readsNamesWithCommas(String user, String arn) {
        var expected = Map.of("user", user, "arn", arn, "password_enabled", "true", "mfa_active", "false");
        assertThat(CredentialRows.of(HEADER + user + "," + arn + ",true,false\n"))
                .containsExactly(expected);
        assertThat(CredentialRows.of(HEADER + "\"" + user + "\",\"" + arn + "\",true,false"))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "1 more access key, see ListAccessKeys", "\"1, of keys, 2, of certificates\""})
    void readsOnePastASentenceWithCommas(String more) {
        var report = "user,arn,user_creation_time,password_enabled,additional_credentials_info\n"
                + "doe,ann,arn:aws:iam::111122223333:user/doe,ann,2026-03-01T00:00:00+00:00,true," + more;
        assertThat(CredentialRows.of(report))
                .singleElement(InstanceOfAssertFactories.map(String.class, String.class))
                .containsEntry("user", "doe,ann")
                .containsEntry("arn", "arn:aws:iam::111122223333:user/doe,ann")
                .containsEntry("user_creation_time", "2026-03-01T00:00:00+00:00")
                .containsEntry("password_enabled", "true");
    }

    @Test
    void refusesARowThatLacksColumns() {
        var rows = CredentialRows.of(HEADER + "ann,arn:aws:iam::111122223333:user/ann,true");
        assertThatThrownBy(rows::toList).isInstanceOf(IllegalArgumentException.class);
    }
}
