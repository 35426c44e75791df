// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/buttons.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/press_by_enter.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace thimblely::ui {
namespace {

constexpr int Gap = 8;
constexpr int FaceSize = 28;

constexpr int LeastPadding = 4; // before words are shortened

const Theme &theme()
{
    return Theme::instance();
}

//! Words that are shortened are whole in the tool tip, as long as they are and where it says nothing else.
void tellWhole(QWidget *button, const QString &words, bool shortened)
{
    constexpr char told[] = "tellsWhole";
    if (shortened && button->toolTip().isEmpty())
        button->setProperty(told, true);
    if (!button->property(told).toBool())
        return;
    button->setToolTip(shortened ? words : QString());
    button->setProperty(told, shortened);
}

} // namespace

Button::Button(Kind kind, const QString &text, QWidget *parent) : QPushButton(text, parent), m_kind(kind)
{
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAutoDefault(false);
    setAttribute(Qt::WA_Hover);
    pressByEnter(this);
    connect(&theme(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Button::setIconName(const QByteArray &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Button::setTrailingIconName(const QByteArray &name)
{
    m_trailingIcon = name;
    updateGeometry();
    update();
}

void Button::setCaption(const QString &caption)
{
    m_caption = caption;
    setAccessibleDescription(caption);
    updateGeometry();
    update();
}

void Button::setButtonSize(Size size)
{
    m_size = size;
    updateGeometry();
    update();
}

void Button::setDefaultAction(QAction *action)
{
    if (m_action) {
        m_action->disconnect(this);
        disconnect(m_action);
    }
    m_action = action;
    if (!action)
        return;
    connect(action, &QAction::changed, this, &Button::syncWithAction);
    connect(this, &QPushButton::clicked, action, [action] { action->trigger(); });
    syncWithAction();
}

void Button::syncWithAction()
{
    setText(m_action->text());
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    setToolTip(m_action->toolTip() == m_action->text() ? QString() : m_action->toolTip());
    if (m_action->isCheckable()) {
        // The action keeps the state; clicked() would toggle it twice.
        setCheckable(true);
        setChecked(m_action->isChecked());
    }
    setCaption(m_action->shortcut().toString(QKeySequence::NativeText));
}

void Button::setFace(const QString &initials)
{
    m_face = initials;
    updateGeometry();
    update();
}

bool Button::hasMark() const
{
    return !m_icon.isEmpty() || !m_face.isEmpty();
}

void Button::paintMark(QPainter *painter, const QRect &area, const QColor &color) const
{
    if (m_face.isEmpty())
        return paintIcon(painter, m_icon, area, color, iconSize());
    QRect circle(0, 0, FaceSize, FaceSize);
    circle.moveCenter(area.center());
    paintPanel(painter, circle, theme().color(Role::Sunk), theme().color(Role::Line), FaceSize / 2);
    painter->setFont(theme().font(TextStyle::CaptionStrong));
    painter->setPen(theme().color(Role::Text));
    painter->drawText(circle, textFlags(m_face, Qt::AlignHCenter, layoutDirection()), m_face);
}

void Button::setFlush(bool flush)
{
    m_flush = flush;
    updateGeometry();
    update();
}

int Button::iconSize() const
{
    if (!m_face.isEmpty())
        return FaceSize;
    return m_size == Size::Small ? metric::IconSmall : metric::Icon;
}

QFont Button::textFont() const
{
    if (m_size == Size::Pay)
        return theme().font(TextStyle::InputStrong);
    return theme().font(m_kind == Kind::Primary || isChecked() ? TextStyle::BodyStrong : TextStyle::Body);
}

QFont Button::captionFont() const
{
    return theme().font(TextStyle::Caption);
}

int Button::contentWidth() const
{
    const QString words = QString(text()).remove(QLatin1Char('&'));
    // Room for the bold face at all times, so that checking a button moves nothing.
    const QFont widest = isCheckable() ? theme().font(TextStyle::BodyStrong) : textFont();
    int width = QFontMetrics(widest).horizontalAdvance(words);
    const auto add = [&width](int extra) { width += width > 0 ? Gap + extra : extra; };
    if (hasMark())
        add(iconSize());
    if (!m_caption.isEmpty())
        add(QFontMetrics(captionFont()).horizontalAdvance(m_caption));
    if (!m_trailingIcon.isEmpty())
        add(metric::IconSmall);
    return width;
}

QSize Button::sizeHint() const
{
    const int padding = m_size == Size::Small || m_kind == Kind::Flat ? 12 : 16;
    const int high =
        m_size == Size::Pay ? theme().boxHeight(metric::ButtonPay, {TextStyle::InputStrong}) : metric::Button;
    const int sides = m_flush ? 1 : 2;
    const int wide = std::max(contentWidth() + sides * padding, m_size == Size::Small ? metric::ButtonSmall : high);
    return {wide, high};
}

QSize Button::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return m_size == Size::Small ? QSize(hint.width(), metric::ButtonSmall) : hint;
}

QRect Button::paintedRect() const
{
    if (m_size != Size::Small || height() <= metric::ButtonSmall)
        return rect();
    return {0, (height() - metric::ButtonSmall) / 2, width(), metric::ButtonSmall};
}

void Button::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateGeometry();
}

void Button::paintContent(QPainter *painter, const QColor &textColor, const QColor &quiet) const
{
    const QRect area = paintedRect();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QFont font = textFont();
    const QString words = QString(text()).remove(QLatin1Char('&'));
    int fixed = 0;
    for (const bool there : {hasMark(), !m_trailingIcon.isEmpty(), !m_caption.isEmpty()})
        fixed += there ? Gap : 0;
    fixed += (hasMark() ? iconSize() : 0) + (m_trailingIcon.isEmpty() ? 0 : metric::IconSmall);
    const int captionWidth = m_caption.isEmpty() ? 0 : QFontMetrics(captionFont()).horizontalAdvance(m_caption);
    fixed += captionWidth;
    const QFontMetrics metrics(font);
    const int wordsWidth =
        std::min(metrics.horizontalAdvance(words), std::max(0, area.width() - 2 * LeastPadding - fixed));

    int x = m_flush ? area.left() + area.width() - fixed - wordsWidth
                    : area.left() + (area.width() - fixed - wordsWidth) / 2;
    if (words.isEmpty())
        x += Gap / 2;
    const auto place = [&](int width) {
        QRect rect(x, area.top(), width, area.height());
        x += width + Gap;
        return mirrored ? QStyle::visualRect(Qt::RightToLeft, area, rect) : rect;
    };
    if (hasMark())
        paintMark(painter, place(iconSize()), textColor);
    if (!words.isEmpty()) {
        painter->setFont(font);
        painter->setPen(textColor);
        painter->drawText(place(wordsWidth), textFlags(words, Qt::AlignHCenter, layoutDirection()),
                          metrics.elidedText(words, Qt::ElideRight, wordsWidth + 1));
    }
    if (!m_caption.isEmpty()) {
        painter->setFont(captionFont());
        painter->setPen(quiet);
        painter->drawText(place(captionWidth), textFlags(m_caption, Qt::AlignHCenter, layoutDirection()), m_caption);
    }
    if (!m_trailingIcon.isEmpty())
        paintIcon(painter, m_trailingIcon, place(metric::IconSmall), textColor, metric::IconSmall);
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool hover = isEnabled() && underMouse();
    const QColor none;
    QColor fill = none;
    QColor border = none;
    Role words = Role::Text;
    Role quiet = Role::Muted;
    if (!isEnabled()) {
        words = Role::Muted;
        if (m_kind != Kind::Flat) {
            fill = theme().color(Role::Sunk);
            border = theme().color(Role::Line);
        }
    } else if (m_kind == Kind::Primary) {
        fill = theme().color(hover || isDown() ? Role::PrimaryHover : Role::Primary);
        words = quiet = Role::OnPrimary;
    } else {
        fill = isDown()                ? theme().color(Role::Selected)
               : isChecked()           ? theme().color(m_kind == Kind::Flat ? Role::Sunk : Role::Selected)
               : hover                 ? theme().color(Role::Sunk)
               : m_kind == Kind::Plain ? theme().color(Role::Surface)
                                       : none;
        border = m_kind == Kind::Plain ? theme().color(Role::Outline) : none;
    }
    tellWhole(this, text(), contentWidth() + 2 * LeastPadding > width());
    paintPanel(&painter, paintedRect(), fill, border);
    paintContent(&painter, theme().color(words), theme().color(quiet));
}

} // namespace thimblely::ui
