// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/widgets/segmented.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace thimblely::ui {
namespace {

constexpr int Gap = 6;
constexpr int Padding = 12;

const Theme &theme()
{
    return Theme::instance();
}

//! One segment; what lies under its border and rounded ends is painted here, the outline by Segmented.
class SegmentButton final : public QAbstractButton {
public:
    SegmentButton(const QString &text, QByteArray iconName, QWidget *parent)
        : QAbstractButton(parent), m_icon(std::move(iconName))
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setProperty(property::RingOnParent, true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setSmall(bool small)
    {
        m_small = small;
        updateGeometry();
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(theme().font(TextStyle::BodyStrong));
        const int iconWidth = m_icon.isEmpty() ? 0 : metric::IconSmall + Gap;
        return {metrics.horizontalAdvance(text()) + iconWidth + 2 * Padding,
                m_small ? metric::ButtonSmall : metric::Button};
    }
    QSize minimumSizeHint() const override { return sizeHint() - QSize(2 * Padding - 8, 0); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect inside = rect().adjusted(0, 1, 0, -1);
        QPainterPath outline;
        outline.addRoundedRect(QRectF(parentWidget()->rect()).translated(-x(), -y()).adjusted(1, 1, -1, -1),
                               metric::Radius - 1, metric::Radius - 1);
        painter.setClipPath(outline);
        if (isChecked() || isDown()) {
            painter.fillRect(inside, theme().color(Role::Selected));
            painter.fillRect(inside.left(), inside.bottom() - metric::Bar + 1, inside.width(), metric::Bar,
                             theme().color(Role::Accent));
        } else if (isEnabled() && underMouse()) {
            painter.fillRect(inside, theme().color(Role::Sunk));
        }
        painter.setFont(theme().font(isChecked() ? TextStyle::BodyStrong : TextStyle::Body));
        const QColor color = theme().color(isEnabled() ? Role::Text : Role::Muted);
        painter.setPen(color);
        const QFontMetrics metrics = painter.fontMetrics();
        const int iconWidth = m_icon.isEmpty() ? 0 : metric::IconSmall + Gap;
        const QString words = metrics.elidedText(text(), Qt::ElideRight, width() - iconWidth - 4);
        const int wordsWidth = metrics.horizontalAdvance(words);
        int left = (width() - iconWidth - wordsWidth) / 2;
        const auto place = [&](int wide) {
            const QRect at(left, 0, wide, height());
            left += wide;
            return layoutDirection() == Qt::RightToLeft
                       ? QRect(width() - at.right() - 1, at.y(), at.width(), at.height())
                       : at;
        };
        if (iconWidth > 0) {
            const QRect box = place(iconWidth);
            const bool mirrored = layoutDirection() == Qt::RightToLeft;
            paintIcon(&painter, m_icon, box.adjusted(mirrored ? Gap : 0, 0, mirrored ? 0 : -Gap, 0), color,
                      metric::IconSmall);
        }
        painter.drawText(place(wordsWidth), textFlags(text(), Qt::AlignHCenter, layoutDirection()), words);
    }

private:
    QByteArray m_icon;
    bool m_small = false;
};

} // namespace

Segmented::Segmented(const QString &name, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(1, 0, 1, 0);
    m_row->setSpacing(1);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (!on || id == m_current)
            return;
        m_current = id;
        Q_EMIT currentIndexChanged(id);
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (QAbstractButton *each : m_group->buttons())
            each->updateGeometry();
        update();
    });
}

int Segmented::addSegment(const QString &text, const QByteArray &iconName)
{
    const int index = count();
    auto *segment = new SegmentButton(text, iconName, this);
    segment->setSmall(m_small);
    segment->setAccessibleDescription(accessibleName());
    m_group->addButton(segment, index);
    m_row->addWidget(segment); // no stretch: of a row with stretch no more than the minimum is sure
    if (index == 0) {
        m_current = 0;
        segment->setChecked(true);
    }
    return index;
}

void Segmented::setSegmentText(int index, const QString &text)
{
    if (QAbstractButton *segment = button(index)) {
        segment->setText(text);
        segment->updateGeometry();
    }
}

void Segmented::setSegmentEnabled(int index, bool enabled)
{
    if (QAbstractButton *segment = button(index))
        segment->setEnabled(enabled);
}

void Segmented::clear()
{
    const auto segments = m_group->buttons();
    for (QAbstractButton *segment : segments) {
        m_group->removeButton(segment);
        m_row->removeWidget(segment);
        segment->hide();
        segment->deleteLater();
    }
    m_current = -1;
}

int Segmented::count() const
{
    return int(m_group->buttons().size());
}

int Segmented::currentIndex() const
{
    return m_current;
}

void Segmented::setCurrentIndex(int index)
{
    if (QAbstractButton *segment = button(index))
        segment->setChecked(true);
}

void Segmented::clearChoice()
{
    QAbstractButton *chosen = m_group->checkedButton();
    if (!chosen)
        return;
    m_group->setExclusive(false);
    chosen->setChecked(false);
    m_group->setExclusive(true);
    m_current = -1;
    Q_EMIT currentIndexChanged(-1);
}

void Segmented::setSmall(bool small)
{
    m_small = small;
    for (QAbstractButton *segment : m_group->buttons())
        static_cast<SegmentButton *>(segment)->setSmall(small);
}

QAbstractButton *Segmented::button(int index) const
{
    return m_group->button(index);
}

void Segmented::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(&painter, rect(), theme().color(isEnabled() ? Role::Surface : Role::Sunk),
               theme().color(isEnabled() ? Role::Outline : Role::Line));
    const auto segments = m_group->buttons();
    for (int i = 1; i < segments.size(); ++i) {
        const QWidget *segment = segments.at(i);
        const int x = layoutDirection() == Qt::RightToLeft ? segment->geometry().right() + 1 : segment->x() - 1;
        painter.fillRect(x, 1, 1, height() - 2, theme().color(Role::Line));
    }
}

} // namespace thimblely::ui
