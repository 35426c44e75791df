// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/exchange/refused_model.h"

#include "ui/desk/desk.h"
#include "ui/exchange/cell_table.h"

#include <algorithm>
#include <span>

namespace thimblely::ui {

namespace {

//! Entries stand by their lines: of 100,000 the few that are shown are found.
QStringList cellsOf(const ImportedFile &file, qint64 line)
{
    const auto found = std::ranges::lower_bound(file.entries, line, {}, &ImportEntry::line);
    return found != file.entries.end() && found->line == line ? found->cells : QStringList();
}

//! The column in which stands what was not understood, as the reason quotes it; -1: none does.
qsizetype faultyColumn(const QStringList &cells, const Error &error)
{
    const QString quoted = error.args.size() > 1 ? error.args.last() : QString();
    if (quoted.isEmpty())
        return -1;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (cells[i].trimmed().startsWith(quoted.trimmed()))
            return i;
    }
    return -1;
}

} // namespace

//! Those that are taken for something; first where the faults are, so that nobody has to look for them.
void RefusedModel::chooseColumns(const ImportedFile &file, const ImportReport &report)
{
    const TableReading &table = *file.table;
    std::vector<qsizetype> faulty;
    for (const RefusedEntry &refused : std::span(report.refused).first(std::min(report.refused.size(), MostShown)))
        faulty.push_back(faultyColumn(cellsOf(file, refused.line), refused.error));
    for (qsizetype i = 0; i < table.headings.size(); ++i) {
        if (!table.mapping.value(i).isEmpty())
            m_shown.push_back(i);
    }
    std::ranges::stable_partition(m_shown,
                                  [&faulty](qsizetype column) { return std::ranges::count(faulty, column) > 0; });
    for (const qsizetype column : m_shown)
        m_headings.append(table.headings[column]);
}

void RefusedModel::show(const ImportPlan &plan, const ImportReport &report)
{
    beginResetModel();
    m_rows.clear();
    m_shown.clear();
    m_headings.clear();
    m_manyFiles = report.files > 1;
    const ImportedFile *only = !m_manyFiles && !plan.files.empty() ? &plan.files.front() : nullptr;
    if (only && only->table)
        chooseColumns(*only, report);
    for (const RefusedEntry &refused : report.refused) {
        if (m_rows.size() == MostShown)
            break;
        m_rows.push_back({refused.file, refused.line, m_desk.sentence(refused.error),
                          only ? cellsOf(*only, refused.line) : QStringList()});
    }
    endResetModel();
}

void RefusedModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int RefusedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RefusedModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstCell + int(m_shown.size());
}

const QString *RefusedModel::cellAt(const QModelIndex &index) const
{
    const int cell = index.column() - FirstCell;
    if (cell < 0)
        return nullptr;
    const QStringList &cells = m_rows[size_t(index.row())].cells;
    const qsizetype column = m_shown[size_t(cell)];
    return column < cells.size() ? &cells[column] : nullptr;
}

QVariant RefusedModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    if (role == CellTable::MutedRole)
        return index.column() == Line;
    if (role == CellTable::LongRole)
        return index.column() == Why;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::EditRole)
        return {};
    if (index.column() == Line) {
        const QString line = row.line > 0 ? m_desk.locale().toString(row.line) : QString();
        return m_manyFiles ? QStringList{row.file, line}.join(u' ').trimmed() : line;
    }
    if (index.column() == Why)
        return row.why;
    const QString *cell = cellAt(index);
    return cell ? *cell : QString();
}

QVariant RefusedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Line)
        return tr("Line");
    return section == Why ? tr("Why") : m_headings.value(section - FirstCell);
}

Qt::ItemFlags RefusedModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && cellAt(index) ? plain | Qt::ItemIsEditable : plain;
}

bool RefusedModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || !cellAt(index))
        return false;
    Row &row = m_rows[size_t(index.row())];
    QString &cell = row.cells[m_shown[size_t(index.column() - FirstCell)]];
    if (cell == value.toString())
        return true;
    cell = value.toString();
    Q_EMIT dataChanged(index, index);
    Q_EMIT corrected(row.line, row.cells);
    return true;
}

} // namespace thimblely::ui
