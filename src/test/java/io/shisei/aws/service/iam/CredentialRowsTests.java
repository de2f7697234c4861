package io.shisei.aws.service.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void refusesARowThatLacksColumns() {
        var rows = CredentialRows.of(HEADER + "ann,arn:aws:iam::111122223333:user/ann,true");
        assertThatThrownBy(rows::toList).isInstanceOf(IllegalArgumentException.class);
    }
}
