// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace thimblely::ui {

namespace {

constexpr auto legTasks = std::to_array<const char *>(
    {QT_TRANSLATE_NOOP("Tasks", "Hem"), QT_TRANSLATE_NOOP("Tasks", "Taper"), QT_TRANSLATE_NOOP("Tasks", "Waist in"),
     QT_TRANSLATE_NOOP("Tasks", "Waist out"), QT_TRANSLATE_NOOP("Tasks", "Zip"), QT_TRANSLATE_NOOP("Tasks", "Button"),
     QT_TRANSLATE_NOOP("Tasks", "Seat"), QT_TRANSLATE_NOOP("Tasks", "Patch"), QT_TRANSLATE_NOOP("Tasks", "Press")});
constexpr auto bodyTasks = std::to_array<const char *>(
    {QT_TRANSLATE_NOOP("Tasks", "Sleeves"), QT_TRANSLATE_NOOP("Tasks", "Take in"),
     QT_TRANSLATE_NOOP("Tasks", "Let out"), QT_TRANSLATE_NOOP("Tasks", "Shorten"), QT_TRANSLATE_NOOP("Tasks", "Lining"),
     QT_TRANSLATE_NOOP("Tasks", "Button"), QT_TRANSLATE_NOOP("Tasks", "Zip"), QT_TRANSLATE_NOOP("Tasks", "Patch"),
     QT_TRANSLATE_NOOP("Tasks", "Press")});

bool startsFigure(const QString &word)
{
    static const QRegularExpression figure(QStringLiteral("^[-+\u2212\u00d7]?\\p{Nd}"));
    return figure.match(word).hasMatch();
}

bool isSigned(const QString &word)
{
    return word.startsWith(u'-') || word.startsWith(u'+') || word.startsWith(QChar(0x2212));
}

} // namespace

orders::Task taskFromText(const QString &text, Currency currency, const QLocale &locale)
{
    orders::Task task;
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 1 && startsFigure(words.last()) && !isSigned(words.last())) {
        if (const auto price = Money::parse(words.last(), currency, locale)) {
            task.price = *price;
            words.removeLast();
        }
    }
    qsizetype amountAt = words.size();
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (startsFigure(words[i])) {
            amountAt = i;
            break;
        }
    }
    task.name = words.mid(0, amountAt).join(u' ');
    task.amount = words.mid(amountAt).join(u' ');
    if (task.amount.startsWith(u'-'))
        task.amount[0] = QChar(0x2212);
    return task;
}

QString taskWords(const orders::Task &task)
{
    return task.amount.isEmpty() ? task.name : task.name + u' ' + task.amount;
}

QString taskText(const orders::Task &task, const QLocale &locale)
{
    return task.price ? taskWords(task) + u' ' + task.price->toFigure(locale) : taskWords(task);
}

QStringList usualTasks(const QString &garmentType)
{
    const bool legs = garmentType == QLatin1String("trousers") || garmentType == QLatin1String("skirt");
    QStringList tasks;
    for (const char *task : legs ? legTasks : bodyTasks)
        tasks.append(QCoreApplication::translate("Tasks", task));
    return tasks;
}

} // namespace thimblely::ui
