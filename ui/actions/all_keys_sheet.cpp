// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/actions/all_keys_sheet.h"

#include "ui/actions/action_collection.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/section_head.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>

#include <array>

namespace thimblely::ui {
namespace {

constexpr int SheetWidth = 560;
constexpr int Margin = 24;

QWidget *keyRow(const ActionSpec &spec, const QAction *action, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *layout = row(line, 8);
    auto *words = new Label(TextStyle::Body, action->isEnabled() ? Role::Text : Role::Muted, action->text(), line);
    words->setElided(true);
    layout->addWidget(words, 1);
    QStringList caps;
    for (const QKeySequence &shortcut : ActionCollection::shortcutsOf(spec)) {
        const QString cap = shortcut.toString(QKeySequence::NativeText);
        caps.append(cap);
        layout->addWidget(new KeyCap(cap, line));
    }
    line->setMinimumHeight(metric::Row);
    line->setAccessibleName(action->text() + QStringLiteral(": ") + caps.join(QStringLiteral(", ")));
    return line;
}

//! Keys of one screen, served by what has the keyboard there: letters would otherwise be typed away elsewhere.
struct ScreenKeys {
    const char *text;
    const char *keys; //!< portable, "; " between them
};
constexpr std::array<ScreenKeys, 9> calendarKeys{{
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Day"), "D"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Week"), "W"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Month"), "M"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Agenda"), "A"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Today"), "T"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "New appointment"), "N"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Earlier and later"), "PgUp; PgDown"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Move by a day"), "Alt+Up; Alt+Down"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Call it off"), "Del"},
}};

constexpr std::array<ScreenKeys, 4> feedKeys{{
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Next and previous post"), "J; K"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Like"), "L"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "Comment"), "C"},
    {QT_TRANSLATE_NOOP("thimblely::ui::AllKeysSheet", "New post"), "N"},
}};

QWidget *keyRow(const ScreenKeys &keys, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *layout = row(line, 8);
    const QString text = AllKeysSheet::tr(keys.text);
    auto *words = new Label(TextStyle::Body, Role::Text, text, line);
    words->setElided(true);
    layout->addWidget(words, 1);
    QStringList caps;
    for (const QString &each : QString::fromLatin1(keys.keys).split(QStringLiteral("; "))) {
        caps.append(QKeySequence::fromString(each, QKeySequence::PortableText).toString(QKeySequence::NativeText));
        layout->addWidget(new KeyCap(caps.last(), line));
    }
    line->setMinimumHeight(metric::Row);
    line->setAccessibleName(text + QStringLiteral(": ") + caps.join(QStringLiteral(", ")));
    return line;
}

} // namespace

AllKeysSheet::AllKeysSheet(const ActionCollection &actions, QWidget *window)
    : QWidget(window), m_scroll(new QScrollArea(this)), m_sheet(new Card(this))
{
    setAccessibleName(tr("All keys"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty(property::NoRing, true);
    auto *content = new QWidget;
    auto *rows = column(content, 0, {16, 0, 16, 16});
    QStringList groups;
    for (const ActionSpec &spec : ActionCollection::table()) {
        if (actions.action(spec.id)->isVisible() && !groups.contains(ActionCollection::groupOf(spec)))
            groups.append(ActionCollection::groupOf(spec));
    }
    for (const QString &group : std::as_const(groups)) {
        rows->addWidget(new SectionHead(group, content));
        for (const ActionSpec &spec : ActionCollection::table()) {
            if (ActionCollection::groupOf(spec) == group && actions.action(spec.id)->isVisible())
                rows->addWidget(keyRow(spec, actions.action(spec.id), content));
        }
    }
    rows->addWidget(new SectionHead(tr("Calendar"), content));
    for (const ScreenKeys &keys : calendarKeys)
        rows->addWidget(keyRow(keys, content));
    rows->addWidget(new SectionHead(tr("Feed"), content));
    for (const ScreenKeys &keys : feedKeys)
        rows->addWidget(keyRow(keys, content));
    rows->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    auto *head = new SectionHead(tr("All keys"), m_sheet, SectionHead::Level::Pane);
    auto *done = new FlatButton(tr("Close"), head);
    done->setCaption(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    connect(done, &QPushButton::clicked, this, &AllKeysSheet::close);
    head->addAction(done);
    m_done = done;
    auto *layout = column(m_sheet, 0, {0, 0, 0, 0});
    auto *top = row(nullptr, 0, {16, 0, 16, 0});
    top->addWidget(head);
    layout->addLayout(top);
    layout->addWidget(m_scroll, 1);
    window->installEventFilter(this);
    hide();
}

void AllKeysSheet::open()
{
    m_before = window()->focusWidget();
    place();
    show();
    raise();
    setFocus(Qt::ShortcutFocusReason);
}

void AllKeysSheet::close()
{
    hide();
    // Only if it is still there: a screen may have been rebuilt meanwhile.
    if (m_before && window()->isAncestorOf(m_before))
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
}

void AllKeysSheet::place()
{
    setGeometry(parentWidget()->rect());
    const QWidget *content = m_scroll->widget();
    const int width = std::min(Theme::instance().px(SheetWidth), this->width() - 2 * Margin);
    const int height = std::min(content->sizeHint().height() + metric::Top + 8, this->height() - 2 * Margin);
    m_sheet->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
}

void AllKeysSheet::paintEvent(QPaintEvent *)
{
    QColor veil = Theme::instance().color(Role::Sunk);
    veil.setAlpha(200);
    QPainter(this).fillRect(rect(), veil);
}

bool AllKeysSheet::event(QEvent *event)
{
    // While it is open, Escape and F1 close it instead of doing what they do in the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_F1) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool AllKeysSheet::focusNextPrevChild(bool)
{
    // What lies under the veil is not reached by Tab.
    (hasFocus() ? m_done : this)->setFocus(Qt::TabFocusReason);
    return true;
}

void AllKeysSheet::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_F1:
        return close();
    case Qt::Key_Down:
        return bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    case Qt::Key_Up:
        return bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
    case Qt::Key_PageDown:
        return bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    case Qt::Key_PageUp:
        return bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    default:
        QWidget::keyPressEvent(event);
    }
}

void AllKeysSheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_sheet->geometry().contains(event->pos()))
        close();
}

bool AllKeysSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace thimblely::ui
