package io.portico.contacts;

import static io.portico.tenancy.Timestamps.instant;
import static io.portico.tenancy.Timestamps.instantOrNull;

import io.portico.kernel.ContactId;
import io.portico.kernel.EmailAddress;
import io.portico.kernel.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@link #COLUMNS}. */
@Component
public class ContactRow implements RowMapper<Contact> {
    /** What to select of the table contact, called c. */
    public static final String COLUMNS = """
            c.*, (select nullif(s.at, '-infinity') from contact_sign_in s
                where s.workspace_id = c.workspace_id and s.contact_id = c.id) as last_sign_in_at""";

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JsonMapper json;

    ContactRow(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Contact mapRow(ResultSet row, int n) throws SQLException {
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                new PersonName(row.getString("first_name"), row.getString("last_name")),
                Optional.ofNullable(row.getString("email")).map(EmailAddress::of),
                row.getBoolean("email_verified"),
                Optional.ofNullable(row.getString("phone")),
                Optional.ofNullable(row.getString("language")).flatMap(Language::parse),
                Optional.ofNullable(row.getString("time_zone")).map(ZoneId::of),
                List.of((String[]) row.getArray("tags").getArray()),
                json.readValue(row.getString("custom"), FIELDS),
                row.getString("source"),
                instant(row, "created_at"),
                Optional.ofNullable(instantOrNull(row, "last_sign_in_at")),
                standing(row));
    }

    /** How the contact of this row stands. */
    public static Standing standing(ResultSet row) throws SQLException {
        String invitation = row.getString("invitation");
        return new Standing(
                invitation == null ? null : InvitationState.of(invitation),
                instantOrNull(row, "invited_at"),
                instantOrNull(row, "joined_at"),
                instantOrNull(row, "disabled_at"),
                row.getObject("last_seen_on", LocalDate.class));
    }
}
