// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/nav.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/press_by_enter.h"
#include "ui/widgets/stitch_line.h"

#include <QAction>
#include <QButtonGroup>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace thimblely::ui {
namespace {

constexpr int IconLeft = 16;
constexpr int WordLeft = 50;
constexpr int RightPadding = 12;

const Theme &theme()
{
    return Theme::instance();
}

//! The program's mark and name at the head of the column.
class Brand final : public QWidget {
public:
    using QWidget::QWidget;
    QSize sizeHint() const override { return {metric::NavNarrow, metric::Top}; }
    void setCollapsed(bool collapsed)
    {
        m_collapsed = collapsed;
        update();
    }
    int wantedWidth() const
    {
        return WordLeft + QFontMetrics(theme().font(TextStyle::InputStrong)).horizontalAdvance(name()) + RightPadding;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor color = theme().color(Role::Text);
        if (m_collapsed)
            return paintIcon(&painter, "i-logo", rect(), color, metric::Icon);
        const QRect mark(IconLeft, 0, metric::Icon, height());
        paintIcon(&painter, "i-logo", QStyle::visualRect(layoutDirection(), rect(), mark), color, metric::Icon);
        painter.setFont(theme().font(TextStyle::InputStrong));
        painter.setPen(color);
        const QRect words(WordLeft, 0, width() - WordLeft - RightPadding, height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                         textFlags(name(), Qt::AlignLeft, layoutDirection()), name());
    }

private:
    static QString name() { return QStringLiteral("Thimblely"); }
    bool m_collapsed = false;
};

//! "All keys F1" at the foot.
class FootButton final : public QAbstractButton {
public:
    explicit FootButton(QAction *action, QWidget *parent)
        : QAbstractButton(parent), m_shortcut(action->shortcut().toString(QKeySequence::NativeText))
    {
        setText(action->text());
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setAccessibleDescription(m_shortcut);
        connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme().font(TextStyle::Caption));
        return {IconLeft + metrics.horizontalAdvance(text()) + 8 + metrics.horizontalAdvance(m_shortcut) + RightPadding,
                metric::Touch};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (underMouse())
            painter.fillRect(rect(), theme().color(Role::Sunk));
        painter.setFont(theme().font(TextStyle::Caption));
        painter.setPen(theme().color(Role::Muted));
        const QRect area = rect().adjusted(layoutDirection() == Qt::LeftToRight ? IconLeft : RightPadding, 0,
                                           layoutDirection() == Qt::LeftToRight ? -RightPadding : -IconLeft, 0);
        painter.drawText(area, textFlags(text(), Qt::AlignLeft, layoutDirection()), text());
        painter.drawText(area, textFlags(m_shortcut, Qt::AlignRight, layoutDirection()), m_shortcut);
    }

private:
    QString m_shortcut;
};

} // namespace

NavButton::NavButton(const QByteArray &iconName, const QString &text, const QString &shortcut, QWidget *parent)
    : QAbstractButton(parent), m_icon(iconName), m_shortcut(shortcut)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(false);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    pressByEnter(this);
    setAccessibleDescription(shortcut);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NavButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    const QString tip = m_shortcut.isEmpty() ? text() : text() + QStringLiteral("  ") + m_shortcut;
    setToolTip(collapsed ? tip : QString());
    updateGeometry();
    update();
}

void NavButton::setMomentary(bool momentary)
{
    setCheckable(!momentary);
}

void NavButton::setLit(bool lit)
{
    m_lit = lit;
    update();
}

QSize NavButton::sizeHint() const
{
    if (m_collapsed)
        return {metric::NavNarrow, metric::RowTouch};
    int width = WordLeft + QFontMetrics(theme().font(TextStyle::BodyStrong)).horizontalAdvance(text()) + RightPadding;
    if (!m_shortcut.isEmpty())
        width += 8 + QFontMetrics(theme().font(TextStyle::Caption)).horizontalAdvance(m_shortcut);
    return {width, metric::RowTouch};
}

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Qt::LayoutDirection direction = layoutDirection();
    const bool current = isChecked() || m_lit;
    if (current || isDown())
        paintSelection(&painter, rect(), direction);
    else if (underMouse())
        painter.fillRect(rect(), theme().color(Role::Sunk));
    const QColor strong = theme().color(Role::Text);
    const QColor quiet = theme().color(current ? Role::Text : Role::Muted);
    if (m_collapsed)
        return paintIcon(&painter, m_icon, rect(), quiet, metric::Icon);

    const QRect mark(IconLeft, 0, metric::Icon, height());
    paintIcon(&painter, m_icon, QStyle::visualRect(direction, rect(), mark), quiet, metric::Icon);
    const QRect words(WordLeft, 0, width() - WordLeft - RightPadding, height());
    const QRect area = QStyle::visualRect(direction, rect(), words);
    painter.setFont(theme().font(current ? TextStyle::BodyStrong : TextStyle::Body));
    painter.setPen(strong);
    painter.drawText(area, textFlags(text(), Qt::AlignLeft, direction), text());
    painter.setFont(theme().font(TextStyle::Caption));
    painter.setPen(quiet);
    painter.drawText(area, textFlags(m_shortcut, Qt::AlignRight, direction), m_shortcut);
}

NavBar::NavBar(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_rows(new QVBoxLayout(this)), m_brand(new Brand(this))
{
    setAccessibleName(tr("Screens"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addWidget(m_brand);
    m_rows->addStretch(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT currentIndexChanged(id);
    });
    connect(&Theme::instance(), &Theme::changed, this, &NavBar::relayout);
    relayout();
}

int NavBar::addScreen(const QByteArray &iconName, const QString &text, const QString &shortcut)
{
    const int index = screenCount();
    auto *button = new NavButton(iconName, text, shortcut, this);
    m_group->addButton(button, index);
    m_all.append(button);
    m_rows->insertWidget(m_rows->count() - (m_foot ? 2 : 1), button);
    button->setCollapsed(m_collapsed);
    relayout();
    return index;
}

void NavBar::addSeparator()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(new Separator(Qt::Horizontal, box));
    m_separators.append(box);
    m_rows->insertWidget(m_rows->count() - (m_foot ? 2 : 1), box);
    relayout();
}

NavButton *NavBar::addEntry(const QByteArray &iconName, const QString &text)
{
    auto *button = new NavButton(iconName, text, {}, this);
    button->setMomentary(true);
    m_all.append(button);
    m_rows->insertWidget(m_rows->count() - (m_foot ? 2 : 1), button);
    button->setCollapsed(m_collapsed);
    relayout();
    return button;
}

void NavBar::setAllKeysAction(QAction *action)
{
    delete m_foot;
    m_foot = new FootButton(action, this);
    m_rows->addWidget(m_foot);
    relayout();
}

NavButton *NavBar::screen(int index) const
{
    return qobject_cast<NavButton *>(m_group->button(index));
}

int NavBar::screenCount() const
{
    return int(m_group->buttons().size());
}

int NavBar::currentIndex() const
{
    return m_group->checkedId();
}

void NavBar::setCurrentIndex(int index)
{
    if (NavButton *button = screen(index))
        return button->setChecked(true);
    if (QAbstractButton *before = m_group->checkedButton()) {
        m_group->setExclusive(false); // which keeps one of them
        before->setChecked(false);
        m_group->setExclusive(true);
    }
}

void NavBar::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    for (NavButton *button : std::as_const(m_all))
        button->setCollapsed(collapsed);
    relayout();
}

int NavBar::preferredWidth() const
{
    if (m_collapsed)
        return metric::NavNarrow;
    // The border at the trailing edge is part of the 168.
    int width = std::max(metric::NavWide, static_cast<Brand *>(m_brand)->wantedWidth() + 1);
    for (const NavButton *button : m_all)
        width = std::max(width, button->sizeHint().width() + 1);
    if (m_foot)
        width = std::max(width, m_foot->sizeHint().width() + 1);
    return width;
}

QSize NavBar::sizeHint() const
{
    return {preferredWidth(), QWidget::sizeHint().height()};
}

void NavBar::relayout()
{
    m_brand->setFixedHeight(metric::Top);
    static_cast<Brand *>(m_brand)->setCollapsed(m_collapsed);
    if (m_foot)
        m_foot->setVisible(!m_collapsed);
    const int side = m_collapsed ? 12 : 16;
    for (QWidget *box : std::as_const(m_separators))
        box->layout()->setContentsMargins(side, 8, side, 8);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_rows->setContentsMargins(mirrored ? 1 : 0, 0, mirrored ? 0 : 1, 0);
    setFixedWidth(preferredWidth());
    update();
}

void NavBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(Role::Window));
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), theme().color(Role::Line));
}

} // namespace thimblely::ui
