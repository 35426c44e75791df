// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "tests/attack/means/marked_file.h"

#include "core/access/policy.h"
#include "core/search/search_index.h"

namespace thimblely::test {

namespace {

using access::Field;

//! Columns that hold a word of the program's own although no check says so; another one would only be an error.
constexpr std::array wordsOfTheProgram = {"workspaces.time_zone", "events.time_zone", "workspace_members.job_title"};

//! How JSON of other shapes than {"m": mark} holds a mark, so that whoever reads it comes as far as it.
const std::map<QByteArray, QByteArray> &jsonShapes()
{
    static const std::map<QByteArray, QByteArray> shapes = {
        {"clients.phones", R"({"p1": {"number": "+2348030000000", "use": "%"}})"},
        {"clients.tags", R"(["%"])"},
        {"clients.pattern_refs", R"({"%": "%"})"},
        {"client_measurements.measurements",
         R"({"chest_circ": {"unit": "cm", "tenths": 9120, "text": "91.2", "note": "%"}})"},
        {"marketplace_products.available_regions", R"(["%"])"},
        {"workspaces.operating_regions", R"(["%"])"},
        {"measurement_templates.fields", R"([{"code": "chest_circ", "section": "%", "label": "%"}])"},
        {"order_items.tasks", R"({"t1": {"code": "%", "zone": "%", "side": "left", "amount": "%"}})"},
        {"order_items.hold", R"({"why": "client", "question": "%", "since": 1})"},
        {"order_items.qc", R"({"%": true})"},
        {"sys_operations.label", R"(["%"])"},
    };
    return shapes;
}

} // namespace

MarkedFile::MarkedFile(int workspaces) : Shops(markedId)
{
    for (int i = 0; i < workspaces; ++i)
        m_shops.append(QByteArray(1, char('a' + i)));
    openConnection();
    execute("BEGIN IMMEDIATE");
    execute("INSERT INTO sys_devices (id, name, first_seen_at) VALUES (x'" + hexOf(device.bytes()).toLatin1() +
            "', 'counter', 1)");
    openOperation(QByteArray(1, Mark::wanderer));
    const PersonId wanderer = insiderId("z", "wanderer");
    const PersonId weaver = insiderId("z", "weaver");
    const PersonId stranger(m_idOf("x:person:stranger"));
    for (const PersonId person : {wanderer, weaver, stranger}) {
        const Mark mark{person == stranger ? Mark::nobody : Mark::wanderer};
        insertMarked(Table::Profiles, person.bytes(), std::nullopt, fields("z", Table::Profiles, person, "self"), "z",
                     mark, {{"country_code", "NG"}});
    }
    for (const QByteArray &shop : m_shops) {
        openOperation(shop);
        found(shop);
        addPeople(shop);
        addMarkedMember(shop, wanderer, "wanderer", "member", "", "active");
        addMarkedMember(shop, weaver, "weaver", "member", "cutter", "active");
        addRows(shop);
        addProgramsRows(shop);
    }
    addOwnRows("z", "wanderer", wanderer);
    addOwnRows("z", "weaver", weaver);
    publish();
    execute("UPDATE sys_current_operation SET operation_id = NULL; COMMIT");
    for (const QByteArray &shop : m_shops)
        buildSearch(shop);
}

const std::vector<QByteArray> &MarkedFile::insiders()
{
    static const std::vector<QByteArray> names = [] {
        std::vector<QByteArray> all = people();
        all.insert(all.end(), {"customer", "wanderer", "weaver"});
        return all;
    }();
    return names;
}

std::vector<std::pair<QByteArray, PersonId>> MarkedFile::outsiders(const QByteArray &shop) const
{
    std::vector<std::pair<QByteArray, PersonId>> found = {
        {"suspended", person(shop, "suspended")},
        {"removed", person(shop, "removed")},
        {"pending", person(shop, "pending")},
        {"stranger", PersonId(m_idOf("x:person:stranger"))},
    };
    for (const QByteArray &other : m_shops) {
        if (other != shop)
            found.emplace_back("owner of " + other, person(other, "owner"));
    }
    return found;
}

PersonId MarkedFile::insiderId(const QByteArray &shop, const QByteArray &who) const
{
    return isEverywhere(who) ? PersonId(m_idOf("z:person:" + who)) : person(shop, who);
}

char MarkedFile::letterOf(const QByteArray &who)
{
    const auto found = std::ranges::find(insiders(), who);
    return char('a' + (found - insiders().begin()));
}

bool MarkedFile::isEverywhere(const QByteArray &who)
{
    return who == "wanderer" || who == "weaver";
}

Marks MarkedFile::marksOf(const QByteArray &shop, const QByteArray &who)
{
    const char home = isEverywhere(who) ? Mark::wanderer : shop.at(0);
    Marks marks = {Mark{home, letterOf(who)}};
    for (const char whose : {Mark::shared, Mark::id}) {
        for (const char visible : {shop.at(0), Mark::wanderer, Mark::market})
            marks.insert(Mark{visible, whose});
    }
    return marks;
}

access::Principal MarkedFile::loaded(PersonId person, const QByteArray &shop)
{
    return std::move(load(person, shop)).value();
}

void MarkedFile::openOperation(const QByteArray &shop)
{
    const QByteArray mark = Mark{shop.at(0)}.text();
    execute(
        "INSERT INTO sys_operations (uid, workspace_id, device_id, kind, label, happened_at) VALUES (randomblob(16),"
        " x'" +
        hexOf(m_idOf(shop + ":workspaces")).toLatin1() + "', x'" + hexOf(device.bytes()).toLatin1() +
        "', 'clients.add', '[\"" + mark +
        "\"]', 1);"
        "UPDATE sys_current_operation SET operation_id = last_insert_rowid()");
}

void MarkedFile::found(const QByteArray &shop)
{
    const PersonId owner(m_idOf(shop + ":person:owner"));
    const WorkspaceId id(m_idOf(shop + ":workspaces"));
    const MemberId member(m_idOf(shop + ":member:owner"));
    const bool isMarket = shop.at(0) == Mark::market;
    const Mark mark{shop.at(0), isMarket ? '1' : Mark::shared};
    owners.emplace(shop, access::Principal{owner, id, device, member, access::Role::Owner, access::Job::None,
                                           access::capabilitiesOf(access::Role::Owner, access::Job::None)});
    addMarkedPerson(shop, "owner", "business");
    execute("SAVEPOINT founding");
    insertMarked(Table::Workspaces, id.bytes(), std::nullopt,
                 {{"name", mark.text()},
                  {"slug", mark.text()},
                  {"owner_id", owner},
                  {"country_code", "NG"},
                  {"currency", "NGN"}},
                 "seed", mark);
    insertMarked(Table::WorkspaceMembers, member.bytes(), id, {{"user_id", owner}, {"role", "admin"}}, "owner", mark);
    execute("RELEASE founding");
}

void MarkedFile::addMarkedPerson(const QByteArray &shop, const QByteArray &who, const char *role)
{
    const PersonId id(m_idOf(shop + ":person:" + who));
    const bool isMarket = shop.at(0) == Mark::market;
    insertMarked(Table::Profiles, id.bytes(), std::nullopt, {{"full_name", "x"}, {"role", role}}, who,
                 Mark{shop.at(0), isMarket ? '1' : Mark::shared}, {{"country_code", "NG"}});
    insertMarked(Table::AuthUsers, id.bytes(), std::nullopt, {{"login_name", who + shop}}, who,
                 Mark{shop.at(0), isMarket ? '1' : letterOf(who)});
}

void MarkedFile::addMarkedMember(const QByteArray &shop, PersonId who, const QByteArray &salt, const char *role,
                                 const char *job, const char *status)
{
    std::vector<Field> fixed;
    if (qstrlen(job) > 0)
        fixed.push_back({"job_title", job});
    insertMarked(Table::WorkspaceMembers, m_idOf(shop + ":member:" + salt), workspace(shop),
                 {{"user_id", who}, {"role", role}, {"status", status}}, salt, Mark{shop.at(0)}, fixed);
}

void MarkedFile::addPeople(const QByteArray &shop)
{
    const auto add = [&](const QByteArray &who, const char *role, const char *job = "", const char *status = "active",
                         const char *profile = "business") {
        addMarkedPerson(shop, who, profile);
        addMarkedMember(shop, PersonId(m_idOf(shop + ":person:" + who)), who, role, job, status);
    };
    add("admin", "admin");
    add("member", "member");
    add("viewer", "viewer");
    for (const char *job : {"counter", "cutter", "stitcher", "finisher"})
        add(job, "member", job);
    add("customer", "viewer", "", "active", "customer");
    for (const char *status : {"suspended", "removed", "pending"})
        add(status, "member", "", status);
}

void MarkedFile::addRows(const QByteArray &shop)
{
    const PersonId owner = person(shop, "owner");
    const auto mark = [&](Table t) {
        return Mark{shop.at(0), storage::facts(t).scope == storage::Scope::Self ? letterOf("owner") : Mark::shared};
    };
    for (const Table t : tablesToFill()) {
        std::vector<Field> fixed;
        if (t == Table::OrderItems)
            fixed = {{"assigned_to", person(shop, "cutter")}};
        insertMarked(t, row(shop, t), isAlone(t) ? std::nullopt : std::optional(workspace(shop)),
                     fields(shop, t, owner, "seed"), "seed", mark(t), fixed);
    }
    execute("UPDATE order_items SET client_measurement_id = x'" +
            hexOf(row(shop, Table::ClientMeasurements)).toLatin1() + "' WHERE id = x'" +
            hexOf(row(shop, Table::OrderItems)).toLatin1() + "'");
    for (const Table t : tablesToFill()) {
        const Field gone{"deleted_at", 1};
        const IdBytes id = m_idOf(shop + ":bin:" + storage::facts(t).name);
        const auto asFields = fields(shop, t, owner, "bin");
        if (!isAlone(t) && takes(t, id, workspace(shop), asFields, gone)) // some are never deleted
            insertMarked(t, id, workspace(shop), asFields, "bin", mark(t), {gone});
    }
    addWhatSetsApart(shop);
    for (const QByteArray &who : insiders()) {
        if (!isEverywhere(who) && who != "owner")
            addOwnRows(shop, who, person(shop, who));
    }
}

//! Rows by which it shows who is in several workspaces, what is the shop's, what is the till's, and who pays for whom.
void MarkedFile::addWhatSetsApart(const QByteArray &shop)
{
    const auto add = [&](Table table, const char *name, PersonId self, std::vector<Field> fixed,
                         const char *without = "") {
        std::vector<Field> needed = fields(shop, table, self, name);
        std::erase_if(needed, [&](const Field &field) { return qstrcmp(field.column, without) == 0; });
        const IdBytes id = m_idOf(shop + ':' + name + ':' + storage::facts(table).name);
        insertMarked(table, id, workspace(shop), needed, name, Mark{shop.at(0)}, std::move(fixed));
        return id;
    };
    const PersonId owner = person(shop, "owner");
    for (const char *who : {"wanderer", "weaver"}) {
        for (const Table own : {Table::Notifications, Table::EventReminders, Table::SysSettings}) {
            add(own, who, insiderId(shop, who), {});
            add(own, m_names.emplace_back(QByteArray(who) + " bin").constData(), insiderId(shop, who),
                {{"deleted_at", 1}});
        }
    }
    addMarkedPerson(shop, "gone", "business");
    add(Table::WorkspaceMembers, "gone", owner,
        {{"user_id", person(shop, "gone")}, {"status", "removed"}, {"deleted_at", 1}});
    add(Table::OrderItems, "weaver", owner, {{"assigned_to", insiderId(shop, "weaver")}});
    add(Table::SysSettings, "shop", owner, {}, "person_id");
    add(Table::SysSettings, "shop bin", owner, {{"deleted_at", 1}}, "person_id");
    if (shop != m_shops.first()) { // the owner of another one worked here once
        const PersonId visitor = person(m_shops.at(m_shops.indexOf(shop) - 1), "owner");
        add(Table::SysSettings, "visitor", visitor, {});
        add(Table::SysSettings, "visitor bin", visitor, {{"deleted_at", 1}});
    }
    const IdBytes payer = add(Table::Clients, "payer", owner, {});
    add(Table::OrderItems, "payer", owner, {{"payer_client_id", payer}});
    const Field till{"till_id", m_idOf(shop + ":till")};
    add(Table::Transactions, "till", owner, {till, {"till_seq", 1}}, "order_id");
    add(Table::SysActivity, "till", owner, {till, {"till_seq", 2}, {"kind", "till_opened"}, {"stage", std::nullopt}},
        "order_item_id");
}

void MarkedFile::addOwnRows(const QByteArray &shop, const QByteArray &who, PersonId self)
{
    const Mark mark{shop.at(0), letterOf(who)};
    // What hangs on rows of a workspace, of the first one where it is nobody's in particular.
    const QByteArray home = isEverywhere(who) ? m_shops.first() : shop;
    for (const Table t : {Table::VerificationLogs, Table::AuthSessions, Table::OauthConnections, Table::Notifications,
                          Table::Events, Table::Feeds, Table::SocialMediaConnections}) {
        insertMarked(t, m_idOf(shop + ":own:" + who + storage::facts(t).name), std::nullopt, fields(home, t, self, who),
                     who, mark);
    }
    execute("INSERT INTO sys_drafts (device_id, person_id, workspace_id, screen, key, data, saved_at) VALUES (x'" +
            hexOf(device.bytes()).toLatin1() + "', x'" + hexOf(self.bytes()).toLatin1() + "', x'" +
            hexOf(workspace(home).bytes()).toLatin1() + "', 'orders', '" + mark.text() + "', '{\"name\": \"" +
            mark.text() + "\"}', 1)");
}

//! Tables of the program's own that name a workspace.
void MarkedFile::addProgramsRows(const QByteArray &shop)
{
    const QByteArray mark = Mark{shop.at(0)}.text();
    const QByteArray here = "x'" + hexOf(workspace(shop).bytes()).toLatin1() + "'";
    execute("INSERT INTO sys_import (workspace_id, format, kind, foreign_id, row_id) VALUES (" + here +
            ", 'vcard', 'clients', '" + mark + "', x'" + hexOf(row(shop, Table::Clients)).toLatin1() + "')");
}

void MarkedFile::publish()
{
    const QByteArray shop(1, Mark::market);
    openOperation(shop);
    found(shop);
    const PersonId owner = person(shop, "owner");
    for (const Table t : {Table::Feeds, Table::MarketplaceProducts, Table::FeedLikes, Table::FeedComments,
                          Table::FeedShares, Table::ProductReviews, Table::ProductLikes}) {
        std::vector<Field> fixed;
        if (t == Table::Feeds)
            fixed = {{"visibility", "public"}, {"status", "published"}};
        else if (t == Table::MarketplaceProducts)
            fixed = {{"status", "published"}, {"available_regions", R"(["NG"])"}};
        insertMarked(t, row(shop, t), workspace(shop), fields(shop, t, owner, "seed"), "seed", Mark{Mark::market},
                     fixed);
    }
}

void MarkedFile::buildSearch(const QByteArray &shop)
{
    const auto owner = open(loaded(person(shop, "owner"), shop));
    if (const auto built = search::SearchIndex::build(*owner, clock); !built)
        qFatal("%s", qPrintable(describe(built.error())));
}

bool MarkedFile::tryInsert(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
                           const std::vector<Field> &fields)
{
    auto prepared = prepareInsert(table, id, shop, fields);
    return prepared && prepared.value().run();
}

bool MarkedFile::takes(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
                       const std::vector<Field> &fields, const Field &more)
{
    std::vector<Field> all = fields;
    std::erase_if(all, [&](const Field &field) { return qstrcmp(field.column, more.column) == 0; });
    all.push_back(more);
    execute("SAVEPOINT looking");
    const bool fits = tryInsert(table, id, shop, all);
    execute("ROLLBACK TO looking; RELEASE looking");
    return fits;
}

void MarkedFile::insertMarked(Table table, const IdBytes &id, std::optional<WorkspaceId> shop,
                              std::vector<Field> fields, const QByteArray &salt, Mark mark, std::vector<Field> fixed)
{
    const QByteArray tableName = storage::facts(table).name;
    const auto isSet = [](const std::vector<Field> &list, const QByteArray &name) {
        return std::ranges::any_of(list, [&](const Field &field) { return name == field.column; });
    };
    for (const Field &field : fixed) {
        std::erase_if(fields, [&](const Field &other) { return qstrcmp(other.column, field.column) == 0; });
        fields.push_back(field);
    }
    // How a column takes a mark is found out once, by trying.
    const auto shape = [&](int which, const QByteArray &name, const Mark &its) -> access::FieldValue {
        const QByteArray word = its.text() + ' ' + salt;
        if (which == 0)
            return word;
        if (which == 1) {
            const auto found = jsonShapes().find(tableName + '.' + name);
            QByteArray json = found == jsonShapes().end() ? QByteArray(R"({"m": "%"})") : found->second;
            return json.replace('%', word);
        }
        return access::BlobValue{
            its.text() + QCryptographicHash::hash(name + salt + tableName + QByteArray(RowId(id).view().toByteArray()),
                                                  QCryptographicHash::Sha256)
                             .left(24)};
    };
    std::vector<Field> marked = fields;
    auto columns = std::move(storage::Statement::prepare(
                                 connection->handle(), "SELECT name, type FROM pragma_table_info('" + tableName + "')"))
                       .value();
    std::vector<std::pair<QByteArray, QByteArray>> list;
    while (columns.step().value())
        list.emplace_back(columns.utf8(0), columns.utf8(1));
    for (const auto &[name, type] : list) {
        const QByteArray whole = tableName + '.' + name;
        const bool isWord = std::ranges::any_of(wordsOfTheProgram, [&](const char *each) { return whole == each; });
        if ((type != "TEXT" && type != "BLOB") || isWord || name == "id" || name == "workspace_id" ||
            isSet(fixed, name) || storage::isDerived(storage::facts(table), name.toStdString()))
            continue;
        const access::ColumnGroup *group = access::groupOf(table, name.toStdString());
        const Mark its = group && !group->view ? Mark{mark.shop, Mark::secret} : mark;
        const char *column = m_names.emplace_back(name).constData();
        auto known = m_shapes.find(whole);
        if (known == m_shapes.end()) {
            int found = -1;
            for (const int which : type == "TEXT" ? std::vector{0, 1} : std::vector{2}) {
                if (found < 0 && takes(table, id, shop, fields, Field{column, shape(which, name, its)}))
                    found = which;
            }
            known = m_shapes.emplace(whole, found).first;
        }
        if (known->second < 0)
            continue;
        std::erase_if(marked, [&](const Field &field) { return name == field.column; });
        marked.push_back(Field{column, shape(known->second, name, its)});
    }
    insert(table, id, shop, marked);
}

QByteArrayList MarkedFile::unmarked() const
{
    QByteArrayList names;
    for (const auto &[name, shape] : m_shapes) {
        if (shape < 0)
            names.append(name);
    }
    return names;
}

} // namespace thimblely::test
