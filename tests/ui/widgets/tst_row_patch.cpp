// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/row_patch.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>
#include <QPersistentModelIndex>
#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <set>

using namespace thimblely::ui;

namespace {

struct Row {
    int key;
    int value;
    friend bool operator==(const Row &, const Row &) = default;
};

class Rows : public QAbstractListModel {
public:
    explicit Rows(std::vector<Row> rows) : m_rows(std::move(rows)) {}
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return index.isValid() && role == Qt::DisplayRole ? QVariant(m_rows[size_t(index.row())].value) : QVariant();
    }
    const std::vector<Row> &rows() const { return m_rows; }
    void patch(std::vector<Row> fresh)
    {
        patchRows(
            m_rows, std::move(fresh), [](const Row &row) { return row.key; },
            RowPatch{[this](int first, int last) { beginInsertRows({}, first, last); }, [this] { endInsertRows(); },
                     [this](int first, int last) { beginRemoveRows({}, first, last); }, [this] { endRemoveRows(); },
                     [this](int first, int last) { Q_EMIT dataChanged(index(first), index(last)); }});
    }

private:
    std::vector<Row> m_rows;
};

rc::Gen<std::vector<Row>> rows()
{
    // Twice as many keys as the longest list that is asked for (size 100), or the last ones are never found.
    const auto row = rc::gen::construct<Row>(rc::gen::inRange(0, 200), rc::gen::inRange(0, 3));
    return rc::gen::uniqueBy<std::vector<Row>>(row, [](const Row &made) { return made.key; });
}

std::ostream &operator<<(std::ostream &out, const Row &row)
{
    return out << row.key << ':' << row.value;
}

} // namespace

class TestRowPatch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsWithTheFreshRowsByStepsAViewCanFollow()
    {
        QVERIFY(rc::check([] {
            const auto before = *rows();
            const auto after = *rows();
            Rows model(before);
            QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
            model.patch(after);
            RC_ASSERT(model.rows() == after);
        }));
    }

    void rowsThatStayedInTheirOrderKeepTheirIndexes()
    {
        QVERIFY(rc::check([] {
            const auto before = *rows();
            std::vector<Row> after;
            for (const Row &row : before) {
                if (*rc::gen::arbitrary<bool>())
                    after.push_back(row);
            }
            for (int added = *rc::gen::inRange(0, 4); added > 0; --added)
                after.insert(after.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, std::ptrdiff_t(after.size()) + 1),
                             Row{1000 + added, 0});
            Rows model(before);
            std::vector<std::pair<int, QPersistentModelIndex>> held;
            for (size_t i = 0; i < before.size(); ++i)
                held.emplace_back(before[i].key, model.index(int(i)));
            model.patch(after);
            for (const auto &[key, index] : held) {
                const auto found = std::ranges::find(after, key, &Row::key);
                RC_ASSERT(index.isValid() == (found != after.end()));
                if (index.isValid())
                    RC_ASSERT(index.row() == int(found - after.begin()));
            }
        }));
    }
};

QTEST_MAIN(TestRowPatch)
#include "tst_row_patch.moc"
