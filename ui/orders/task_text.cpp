// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace thimblely::ui {

namespace {

constexpr QChar minusSign(0x2212);
constexpr std::array sides = {orders::TaskSide::Left, orders::TaskSide::Right, orders::TaskSide::Both};

bool startsFigure(const QString &word)
{
    static const QRegularExpression figure(QStringLiteral("^[-+\u2212\u00d7]?[\\p{Nd}\u00bc-\u00be\u215b-\u215e]"));
    return figure.match(word).hasMatch();
}

bool isSigned(const QString &word)
{
    return word.startsWith(u'-') || word.startsWith(u'+') || word.startsWith(minusSign);
}

QStringList wordsOf(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

QString withMinus(QString amount)
{
    if (amount.startsWith(u'-'))
        amount[0] = minusSign;
    return amount;
}

QString unitWord(LengthUnit unit)
{
    switch (unit) {
    case LengthUnit::Centimetre:
        return QCoreApplication::translate("TaskText", "cm");
    case LengthUnit::Millimetre:
        return QCoreApplication::translate("TaskText", "mm");
    case LengthUnit::Inch:
        break;
    }
    return QCoreApplication::translate("TaskText", "in");
}

//! The side that a whole word names; with `first` also its letter.
std::optional<orders::TaskSide> sideOf(const QString &word, bool first)
{
    for (const orders::TaskSide side : sides) {
        if (word.compare(sideWord(side), Qt::CaseInsensitive) == 0 ||
            (first && word.compare(sideLetter(side), Qt::CaseInsensitive) == 0))
            return side;
    }
    return std::nullopt;
}

//! Takes the first side out of the words from `from` on; a word that stands alone is no side.
std::optional<orders::TaskSide> takeSide(QStringList &words, qsizetype from, bool first)
{
    for (qsizetype i = from; words.size() > 1 && i < words.size(); ++i) {
        if (const auto side = sideOf(words[i], first)) {
            words.removeAt(i);
            return side;
        }
    }
    return std::nullopt;
}

//! How many words at the head of the text are the name of this choice; 0: it is another.
qsizetype headOf(const QStringList &words, const TaskChoice &choice)
{
    const QStringList name = wordsOf(choice.name);
    if (name.isEmpty() || name.size() > words.size())
        return 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (words[i].compare(name[i], Qt::CaseInsensitive) != 0)
            return 0;
    }
    return name.size();
}

struct Said {
    const TaskChoice *choice = nullptr;
    qsizetype head = 0; //!< words of its name
};

Said longestHead(const QStringList &words, const std::vector<TaskChoice> &choices)
{
    Said best;
    for (const TaskChoice &choice : choices) {
        if (const qsizetype head = headOf(words, choice); head > best.head)
            best = {&choice, head};
    }
    return best;
}

//! What is said with its side taken out of the words: "Shorten left sleeve" is the choice "Shorten sleeve".
Said takeSaid(QStringList &words, const std::vector<TaskChoice> &choices, std::optional<orders::TaskSide> &side)
{
    const Said asTyped = longestHead(words, choices);
    QStringList without = words;
    const auto within = takeSide(without, 0, false);
    const Said said = longestHead(without, choices);
    if (within && (said.head > asTyped.head || !asTyped.choice)) {
        words = without;
        side = within;
        return said;
    }
    side = takeSide(words, std::max<qsizetype>(asTyped.head, 1), asTyped.choice != nullptr);
    return asTyped;
}

} // namespace

QString sideWord(orders::TaskSide side)
{
    switch (side) {
    case orders::TaskSide::Left:
        return QCoreApplication::translate("TaskText", "left");
    case orders::TaskSide::Right:
        return QCoreApplication::translate("TaskText", "right");
    case orders::TaskSide::Both:
        break;
    }
    return QCoreApplication::translate("TaskText", "both");
}

QString sideLetter(orders::TaskSide side)
{
    const QString letter = sideWord(side).left(1);
    const auto alike = std::ranges::count_if(
        sides, [&](orders::TaskSide other) { return sideWord(other).startsWith(letter, Qt::CaseInsensitive); });
    return alike == 1 ? letter : QString();
}

const TaskChoice *TaskReader::choiceIn(const QString &text) const
{
    QStringList words = wordsOf(text);
    std::optional<orders::TaskSide> side;
    return takeSaid(words, m_choices, side).choice;
}

bool TaskReader::lacksAmount(const QString &text) const
{
    const TaskChoice *choice = choiceIn(text);
    return choice && choice->needsAmount && read(text).amount.isEmpty();
}

//! A bare amount gets the shop's unit; one that is no length stays as it is said.
QString TaskReader::amountOf(const QString &typed) const
{
    static const QRegularExpression parts(
        QStringLiteral("^([-+\u2212]?)\\s*(.+?)\\s*(cm|mm|in|inch|inches|\"|\u2033)?$"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = parts.match(typed);
    if (!match.hasMatch())
        return typed;
    static const QRegularExpression fraction(QStringLiteral("[/\u00bc-\u00be\u215b-\u215e]"));
    LengthUnit unit = match.captured(2).contains(fraction) ? LengthUnit::Inch : m_unit; // no tape in cm says "1/2"
    if (const QString said = match.captured(3).toLower(); !said.isEmpty())
        unit = lengthUnitFromCode(said).valueOr(LengthUnit::Inch);
    const auto length = TypedLength::parse(match.captured(2), unit, m_inchParts);
    if (!length)
        return typed;
    const QString point(match.captured(2).contains(u',') ? u',' : u'.');
    return match.captured(1) + writtenOut(*length, point) + u' ' + unitWord(unit);
}

//! "1 4" of a tape in inches: the second figure is its parts, and no price.
bool TaskReader::endsInShorthand(const QStringList &words) const
{
    static const QRegularExpression shorthand(QStringLiteral("^[-+\u2212]?\\d{1,2} \\d$"));
    return m_unit == LengthUnit::Inch && shorthand.match(words.mid(words.size() - 2).join(u' ')).hasMatch() &&
           words.last().toInt() < m_inchParts;
}

orders::Task TaskReader::read(const QString &text) const
{
    orders::Task task;
    QStringList words = wordsOf(text);
    const auto [choice, named] = takeSaid(words, m_choices, task.side);
    const qsizetype head = std::max<qsizetype>(named, 1);
    const auto figures = std::count_if(words.begin() + std::min(head, words.size()), words.end(), startsFigure);
    const bool isAmount = choice && choice->needsAmount && (figures == 1 || (figures == 2 && endsInShorthand(words)));
    if (words.size() > 1 && !isAmount && startsFigure(words.last()) && !isSigned(words.last())) {
        if (const auto price = Money::parse(words.last(), m_currency, m_locale)) {
            task.price = *price;
            words.removeLast();
        }
    }
    const auto amount = std::find_if(words.begin() + std::min(head, words.size()), words.end(), startsFigure);
    const qsizetype amountAt = amount - words.begin();
    task.name = words.mid(0, amountAt).join(u' ');
    task.amount = withMinus(words.mid(amountAt).join(u' '));
    if (!choice)
        return task;
    task.name.replace(0, choice->name.size(), choice->name); // as the list writes it
    if (choice->needsAmount || choice->byLength)
        task.amount = amountOf(task.amount);
    task.service = choice->service;
    task.zone = choice->zone;
    task.minutes = choice->minutes;
    if (!task.price)
        task.price = choice->price;
    return task;
}

QString TaskReader::write(const orders::Task &task) const
{
    QStringList words{task.name};
    if (task.side)
        words.append(sideWord(*task.side));
    if (!task.amount.isEmpty())
        words.append(task.amount);
    const QString said = words.join(u' ');
    // Where it asks how much, a figure alone would be read as that.
    return task.price && !lacksAmount(said) ? said + u' ' + task.price->toFigure(m_locale) : said;
}

} // namespace thimblely::ui
