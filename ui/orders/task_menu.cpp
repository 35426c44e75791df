// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/orders/task_menu.h"

#include "ui/orders/task_chip.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"

#include <QGridLayout>
#include <QLocale>
#include <QPainter>

namespace thimblely::ui {

namespace {

constexpr int columns = 3;
constexpr int widest = 560;
constexpr int gap = 4;

} // namespace

TaskMenu::TaskMenu(const TaskReader &reader, LengthUnit unit, QWidget *over)
    : QFrame(over), m_reader(reader), m_unit(unit), m_tiles(new QGridLayout),
      m_question(new Label(TextStyle::Body, Role::Text, {}, this))
{
    auto *rows = column(this, 4, QMargins(8, 8, 8, 8));
    m_question->setElided(true);
    rows->addWidget(m_question);
    rows->addLayout(m_tiles);
    m_tiles->setSpacing(gap);
    for (int i = 0; i < columns; ++i)
        m_tiles->setColumnStretch(i, 1);
    setAccessibleName(tr("Tasks"));
    hide();
}

void TaskMenu::clear()
{
    while (QLayoutItem *item = m_tiles->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void TaskMenu::add(QWidget *tile)
{
    tile->setFocusPolicy(Qt::NoFocus);
    tile->setMinimumHeight(metric::Touch);
    tile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_tiles->addWidget(tile, m_tiles->count() / columns, m_tiles->count() % columns);
    tile->show();
}

void TaskMenu::showTasks(const QString &typed)
{
    int number = 0;
    for (const TaskChoice &choice : m_reader.choices()) {
        ++number;
        if (!typed.isEmpty() && !choice.name.contains(typed, Qt::CaseInsensitive))
            continue;
        if (m_tiles->count() == int(taskKeys))
            return;
        orders::Task task;
        task.name = choice.name;
        task.price = choice.price;
        // A key counts only while nothing is typed.
        const bool keyed = typed.isEmpty() && number <= int(taskKeys);
        auto *tile = new TaskChip(keyed ? QString::number(number) : QString(), task, m_reader.locale(), this);
        tile->setAccessibleDescription(keyed ? tr("Key %1").arg(number) : QString());
        connect(tile, &QAbstractButton::clicked, this, [this, name = choice.name] { Q_EMIT taskChosen(name); });
        add(tile);
    }
}

void TaskMenu::addWord(const QString &mark, const QString &word)
{
    orders::Task task;
    task.name = word;
    auto *tile = new TaskChip(mark, task, m_reader.locale(), this);
    tile->setAccessibleName(word);
    tile->setAccessibleDescription(mark.isEmpty() ? QString() : tr("Key %1").arg(mark));
    connect(tile, &QAbstractButton::clicked, this, [this, word] { Q_EMIT wordChosen(word); });
    add(tile);
}

void TaskMenu::showWords(const QString &typed)
{
    if (!m_reader.read(typed).side) {
        for (const orders::TaskSide side : {orders::TaskSide::Left, orders::TaskSide::Right, orders::TaskSide::Both})
            addWord(sideLetter(side), sideWord(side));
    }
    if (m_unit == LengthUnit::Inch && m_reader.lacksAmount(typed)) {
        for (const char *part : {"1/4", "1/2", "3/4"})
            addWord({}, QString::fromLatin1(part));
    }
}

void TaskMenu::askHowMuch(const QString &typed, bool asked)
{
    const bool lacking = m_reader.lacksAmount(typed);
    m_question->setVisible(lacking);
    m_question->setRole(asked ? Role::Today : Role::Muted);
    m_question->setText(asked                        ? tr("How much? Enter again leaves it open.")
                        : m_unit == LengthUnit::Inch ? tr("How much? 1/2 in, for example")
                                                     : tr("How much? 3 cm, for example"));
}

void TaskMenu::follow(const QString &typed, bool asked, const QWidget &field)
{
    clear();
    askHowMuch(typed, asked);
    if (m_reader.choiceIn(typed))
        showWords(typed);
    else
        showTasks(typed.trimmed());
    setVisible(m_tiles->count() > 0 || !m_question->isHidden());
    if (isVisible())
        place(field);
}

//! Below the field, or above it where there is no room.
void TaskMenu::place(const QWidget &field)
{
    const QWidget *over = parentWidget();
    const QPoint corner = field.mapTo(over, QPoint());
    const int wide = std::min(Theme::instance().px(widest), over->width() - 2 * gap);
    const int high = layout()->totalSizeHint().height();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int start = mirrored ? corner.x() + field.width() - wide : corner.x();
    const int below = corner.y() + field.height() + gap;
    const int top = below + high <= over->height() ? below : corner.y() - gap - high;
    setGeometry(std::clamp(start, gap, std::max(gap, over->width() - wide - gap)),
                std::clamp(top, 0, std::max(0, over->height() - high)), wide, high);
    raise();
}

void TaskMenu::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    paintPanel(&painter, rect(), theme.color(Role::Surface), theme.color(Role::Outline));
}

} // namespace thimblely::ui
