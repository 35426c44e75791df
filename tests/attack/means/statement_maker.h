// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <map>
#include <random>
#include <vector>

namespace thimblely::test {

/*!
 * Writes SQL as somebody would who wants to see or change what is not theirs. One kind after another, each statement
 * made anew from a grammar by the seed: the same seed writes the same statements. The very first is the CTE that walks
 * through a wall which trusts the name of a view.
 */
class StatementMaker {
public:
    //! What it may name: tables and views of the file with their columns, and a folder for files.
    struct Names {
        std::map<QByteArray, QByteArrayList> tables;
        QByteArrayList views; //!< that sessions have and the file has not
        QByteArray folder;
        QByteArrayList ids; //!< of rows of other workspaces, as literals
    };
    struct Made {
        const char *kind;
        QByteArray sql;
    };

    StatementMaker(quint64 seed, Names names);

    Made next();
    static std::vector<const char *> kinds();

private:
    using Writer = QByteArray (StatementMaker::*)();
    struct Kind {
        const char *name;
        Writer write;
    };
    static const std::vector<Kind> &grammar();

    int below(int bound) { return int(m_random() % quint64(bound)); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename List>
    auto one(const List &list)
    {
        return *(std::begin(list) + below(int(std::size(list))));
    }
    QByteArray oneOf(std::initializer_list<const char *> words) { return *(words.begin() + below(int(words.size()))); }

    // Parts
    QByteArray word();                         // of a table or view, as it is called
    QByteArray quoted(const QByteArray &name); // in one of the ways SQLite takes
    QByteArray table();                        // with or without a schema
    QByteArray source(int depth);              // behind FROM
    QByteArray column(const QByteArray &of);
    QByteArray anyColumn();
    QByteArray value(int depth);
    QByteArray expression(int depth);
    QByteArray function(int depth);
    QByteArray condition(int depth);
    QByteArray select(int depth);
    QByteArray scalar(int depth);
    QByteArray blank(); // between two words
    QByteArray file();

    // Kinds
    QByteArray plain();
    QByteArray cte();
    QByteArray join();
    QByteArray alias();
    QByteArray subquery();
    QByteArray compound();
    QByteArray window();
    QByteArray json();
    QByteArray recursion();
    QByteArray aggregate();
    QByteArray returning();
    QByteArray upsert();
    QByteArray updateFrom();
    QByteArray remove();
    QByteArray insert();
    QByteArray trigger();
    QByteArray view();
    QByteArray temporary();
    QByteArray schemaChange();
    QByteArray attach();
    QByteArray pragma();
    QByteArray pragmaFunction();
    QByteArray virtualTable();
    QByteArray fullText();
    QByteArray schema();
    QByteArray insides();
    QByteArray fileFunction();
    QByteArray explain();
    QByteArray comments();
    QByteArray quoting();
    QByteArray several();
    QByteArray bigBlob();
    QByteArray endless();
    QByteArray secretName();
    QByteArray transaction();
    QByteArray programsTable();
    QByteArray foreignId();
    QByteArray nested();
    QByteArray mangled();

    std::mt19937_64 m_random;
    const Names m_names;
    QByteArrayList m_words;
    size_t m_made = 0;
};

} // namespace thimblely::test
