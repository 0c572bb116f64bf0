package io.portico.installation;

/** The PostgreSQL this node works on, checked and ready. Closing it ends what Portico itself started, nothing else. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {
    DatabaseAddress address();

    @Override
    void close();
}
