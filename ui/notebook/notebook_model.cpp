// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/notebook/notebook_model.h"

#include "core/notebook/notebook_writer.h"
#include "core/notebook/old_day.h"
#include "core/notebook/piece_text.h"
#include "ui/desk/desk.h"
#include "ui/exchange/cell_table.h"

#include <QRegularExpression>

#include <algorithm>

namespace thimblely::ui {

namespace {

const QString ditto = QStringLiteral("\"");

Result<std::optional<Money>> amountIn(const QString &text, Desk &desk)
{
    if (text.trimmed().isEmpty())
        return std::optional<Money>();
    TRY_ASSIGN(const Money amount, Money::parse(text, desk.profile().currency, desk.locale()));
    return std::optional(amount);
}

//! "+" or "x" alone: ready, and nobody knows where it hangs.
std::optional<QString> placeIn(const QString &text)
{
    const QString said = text.simplified();
    if (said.isEmpty())
        return {};
    static const QStringList marks = {QStringLiteral("+"), QStringLiteral("x"), QStringLiteral("X"),
                                      QStringLiteral("✓"), QStringLiteral("✔")};
    return marks.contains(said) || said.compare(NotebookModel::tr("ready"), Qt::CaseInsensitive) == 0 ? QString()
                                                                                                      : said;
}

} // namespace

NotebookModel::NotebookModel(Desk &desk, QObject *parent) : QAbstractTableModel(parent), m_desk(desk), m_rows(1)
{
    connect(&HideMoney::instance(), &HideMoney::changed, this,
            [this] { Q_EMIT dataChanged(index(0, Total), index(rowCount() - 1, Paid)); });
}

int NotebookModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int NotebookModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant NotebookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::DisplayRole) {
        const std::array<QString, ColumnCount> names = {tr("Old ticket"), tr("Client"),   tr("Phone"),
                                                        tr("Pieces"),     tr("Hangs at"), tr("Taken in"),
                                                        tr("Promised"),   tr("Total"),    tr("Paid")};
        return names.at(size_t(section));
    }
    if (role == Qt::TextAlignmentRole && (section == Total || section == Paid))
        return int(Qt::AlignTrailing);
    return {};
}

QVariant NotebookModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(size_t(index.row()));
    const QString &text = row.cells.at(size_t(index.column()));
    const bool money = index.column() == Total || index.column() == Paid;
    switch (role) {
    case Qt::DisplayRole:
        return money && !text.isEmpty() && HideMoney::instance().isOn() ? hiddenAmount() : text;
    case Qt::EditRole:
        return text;
    case Qt::AccessibleTextRole:
        return tr("%1, line %2: %3")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString())
            .arg(index.row() + 1)
            .arg(data(index, Qt::DisplayRole).toString());
    case Qt::TextAlignmentRole:
        return money ? QVariant(int(Qt::AlignTrailing)) : QVariant();
    default:
        return {};
    }
}

bool NotebookModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole)
        return false;
    QString text = value.toString().simplified();
    QString &cell = m_rows.at(size_t(index.row())).cells.at(size_t(index.column()));
    if (text == ditto)
        text = index.row() > 0 ? m_rows.at(size_t(index.row()) - 1).cells.at(size_t(index.column())) : QString();
    // "Ngozi Ade #318", as the list of names offers it: the number of a card tells two of one name apart.
    static const QRegularExpression card(QStringLiteral("^(.*\\S)\\s+(#\\S+)$"));
    const auto named = index.column() == Client ? card.match(text) : QRegularExpressionMatch();
    if (named.hasMatch()) {
        text = named.captured(1);
        m_rows.at(size_t(index.row())).cells[Phone] = named.captured(2);
    } else if (cell == text) {
        return true;
    }
    cell = text;
    keepOneEmpty();
    changed(index.row());
    return true;
}

Qt::ItemFlags NotebookModel::flags(const QModelIndex &) const
{
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

void NotebookModel::changed(int row)
{
    m_rows.at(size_t(row)).refused.reset();
    m_rows.at(size_t(row)).known.reset();
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT edited(row);
}

bool NotebookModel::isEmpty(int row) const
{
    return std::ranges::all_of(m_rows.at(size_t(row)).cells, &QString::isEmpty);
}

void NotebookModel::keepOneEmpty()
{
    if (isEmpty(rowCount() - 1))
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.emplace_back();
    endInsertRows();
}

void NotebookModel::removeLine(int row)
{
    if (row < 0 || row >= rowCount() || (row == rowCount() - 1 && isEmpty(row)))
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    if (m_rows.empty()) {
        beginInsertRows({}, 0, 0);
        m_rows.emplace_back();
        endInsertRows();
    }
    keepOneEmpty();
    Q_EMIT edited(std::min(row, rowCount() - 1));
}

void NotebookModel::clear()
{
    beginResetModel();
    m_rows.assign(1, {});
    endResetModel();
}

Result<notebook::Line> NotebookModel::line(int row) const
{
    const auto said = [this, row](Column column) { return cell(row, column); };
    notebook::Line line;
    line.ticket = said(Ticket);
    line.name = said(Client);
    line.phone = said(Phone);
    line.pieces = said(Pieces);
    line.readyAt = placeIn(said(Place));
    if (!said(TakenIn).isEmpty()) {
        TRY_ASSIGN(line.takenIn,
                   notebook::readPastDay(said(TakenIn), m_desk.calendar(), m_desk.clock().now(), m_desk.locale()));
    }
    if (!said(Promised).isEmpty()) {
        TRY_ASSIGN(const orders::Promise promise,
                   notebook::readOldDay(said(Promised), m_desk.calendar(), m_desk.clock().now(), m_desk.locale()));
        line.promised = promise.date;
        line.promisedAt = promise.time;
    }
    TRY_ASSIGN(line.total, amountIn(said(Total), m_desk));
    TRY_ASSIGN(line.paid, amountIn(said(Paid), m_desk));
    return line;
}

std::vector<int> NotebookModel::filled() const
{
    std::vector<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (!isEmpty(row))
            rows.push_back(row);
    }
    return rows;
}

void NotebookModel::setKnown(int row, const notebook::Known &known)
{
    m_rows.at(size_t(row)).known = known;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

const notebook::Known *NotebookModel::known(int row) const
{
    const auto &known = m_rows.at(size_t(row)).known;
    return known ? &*known : nullptr;
}

void NotebookModel::setProblem(int row, const Error &error)
{
    m_rows.at(size_t(row)).refused = error;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

std::optional<Error> NotebookModel::problem(int row) const
{
    if (isEmpty(row))
        return {};
    const Row &typed = m_rows.at(size_t(row));
    if (typed.refused)
        return typed.refused;
    const auto read = line(row);
    if (!read)
        return read.error();
    if (const auto checked = notebook::checkLine(*read, m_desk.profile().currency); !checked)
        return checked.error();
    return typed.known ? typed.known->problem : std::nullopt;
}

QJsonArray NotebookModel::toJson(const std::optional<Typing> &typing) const
{
    QJsonArray rows;
    for (int row = 0; row < rowCount(); ++row) {
        const bool typed = typing && typing->row == row;
        if (!typed && isEmpty(row))
            continue;
        QJsonArray cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(typed && typing->column == column ? typing->text : cell(row, Column(column)));
        rows.append(cells);
    }
    return rows;
}

void NotebookModel::read(const QJsonArray &rows)
{
    beginResetModel();
    m_rows.clear();
    for (const auto &each : rows) {
        const QJsonArray cells = each.toArray();
        Row row;
        const bool older = cells.size() == ColumnCount - 1; // kept before there was a column for when it was taken in
        for (qsizetype i = 0; i < std::min<qsizetype>(cells.size(), ColumnCount); ++i)
            row.cells[size_t(older && i >= TakenIn ? i + 1 : i)] = cells[i].toString();
        m_rows.push_back(std::move(row));
    }
    m_rows.emplace_back();
    endResetModel();
}

} // namespace thimblely::ui
