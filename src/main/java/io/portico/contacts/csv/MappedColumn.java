package io.portico.contacts.csv;

/**
 * A column of a file and where its values go.
 *
 * @param name from the header; empty when it has none
 */
public record MappedColumn(String name, ColumnTarget target) {
    public MappedColumn {
        name = name.strip();
    }

    public MappedColumn to(ColumnTarget target) {
        return new MappedColumn(name, target);
    }

    boolean isIgnored() {
        return target instanceof ColumnTarget.Ignored;
    }
}
