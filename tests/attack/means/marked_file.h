// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#pragma once

#include "tests/attack/means/marks.h"
#include "tests/core/access/shops.h"

#include <deque>

namespace thimblely::test {

/*!
 * A file with twenty workspaces, "a" to "t", and one, "u", of which everything is published. Each text cell, each hash
 * and each id bears the mark of its workspace, and of its person where it is theirs alone; whichever columns the schema's
 * own checks let bear one. In each stand all of people(), further a customer (of role viewer), somebody suspended and
 * somebody removed; a wanderer is a member of all of them, a weaver a cutter in all of them, and a stranger is in none.
 */
class MarkedFile : public Shops {
public:
    explicit MarkedFile(int workspaces = 20);

    //! Whoever can open a session in a workspace.
    static const std::vector<QByteArray> &insiders();
    //! Whoever stands in the file and cannot, each with an id.
    std::vector<std::pair<QByteArray, PersonId>> outsiders(const QByteArray &shop) const;

    const QByteArrayList &workspaces() const { return m_shops; }
    access::Principal insider(const QByteArray &shop, const QByteArray &who)
    {
        return loaded(insiderId(shop, who), shop);
    }
    PersonId insiderId(const QByteArray &shop, const QByteArray &who) const;
    //! Those they are a member of: this one, or all of them.
    QByteArrayList workspacesOf(const QByteArray &shop, const QByteArray &who) const
    {
        return isEverywhere(who) ? m_shops : QByteArrayList{shop};
    }
    //! What they may see of a mark.
    static Marks marksOf(const QByteArray &shop, const QByteArray &who);
    //! The letter of what is theirs alone.
    static char letterOf(const QByteArray &who);

    //! "table.column" of text and hashes that no row bears a mark in, for no check lets one.
    QByteArrayList unmarked() const;
    //! Of every table and every row, as SHA-256 each; the log of a file's rows when it is compared with a later one.
    std::map<QByteArray, QByteArray> hashes();
    //! Of those rows alone, in a copy of it, that are another workspace's; where no workspace is named, of those that bear
    //! a mark of anybody but who works in this one.
    std::map<QByteArray, QByteArray> hashesWithout(const QByteArray &shop, const QByteArray &who, const QString &path);
    //! A copy of the file as it is on the disk now.
    void copyTo(const QString &path);
    //! A copy in which there is nothing but what this workspace may see: the others were never there.
    void copyAlone(const QByteArray &shop, const QString &path);
    //! Names of all tables, views and modules in the file, and the columns of each table.
    std::map<QByteArray, QByteArrayList> columns();

private:
    access::Principal loaded(PersonId person, const QByteArray &shop);
    void found(const QByteArray &shop);
    void addPeople(const QByteArray &shop);
    void addMarkedPerson(const QByteArray &shop, const QByteArray &who, const char *role);
    void addMarkedMember(const QByteArray &shop, PersonId who, const QByteArray &salt, const char *role,
                         const char *job, const char *status);
    void addRows(const QByteArray &shop);
    void addWhatSetsApart(const QByteArray &shop);
    static bool isEverywhere(const QByteArray &who);
    void addOwnRows(const QByteArray &shop, const QByteArray &who, PersonId self);
    void addProgramsRows(const QByteArray &shop);
    void publish();
    void openOperation(const QByteArray &shop);
    void buildSearch(const QByteArray &shop);
    //! The fields, and a mark in each column of the table that takes one.
    void insertMarked(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
                      std::vector<access::Field> fields, const QByteArray &salt, Mark mark,
                      std::vector<access::Field> fixed = {});
    bool takes(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
               const std::vector<access::Field> &fields, const access::Field &more);
    bool tryInsert(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
                   const std::vector<access::Field> &fields);

    QByteArrayList m_shops;
    std::deque<QByteArray> m_names; // what the columns of fields point to
    //! "table.column" to how a mark is written there: an index of the shapes, -1: not at all.
    std::map<QByteArray, int> m_shapes;
};

} // namespace thimblely::test
