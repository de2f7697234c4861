package io.shisei.aws.service.account;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.account.AccountClient;

/** AWS Account Management. */
@Component
public final class AccountManagement extends Service {

    public static final Api<AccountClient> API =
            Api.of(AccountClient.class, AccountClient::builder, AccountClient.serviceMetadata());

    public AccountManagement() {
        super("Account", SecurityContact.KIND);
    }
}
