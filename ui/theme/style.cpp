// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextDocument>
#include <QTextEdit>
#include <QWidget>

namespace thimblely::ui {
namespace {

constexpr int InputPadding = 12;
constexpr int LineEditMargin = 2; // QLineEdit adds this itself
constexpr int ScrollBarExtent = 12;

const Theme &theme()
{
    return Theme::instance();
}

bool isWrong(const QWidget *widget)
{
    return widget && widget->property(property::Error).toBool();
}

void paintInput(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const Role border = !enabled ? Role::Line : isWrong(widget) ? Role::Late : Role::Outline;
    paintPanel(painter, option->rect, theme().color(enabled ? Role::Surface : Role::Sunk), theme().color(border));
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

void paintCheckBox(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const QRect box = option->rect;
    if (!on && !partly) {
        const bool hover = enabled && (option->state & QStyle::State_MouseOver);
        paintPanel(painter, box, theme().color(!enabled || hover ? Role::Sunk : Role::Surface),
                   theme().color(enabled ? Role::Outline : Role::Line), 4);
        return;
    }
    paintPanel(painter, box, theme().color(enabled ? Role::Primary : Role::Sunk),
               theme().color(enabled ? Role::Primary : Role::Line), 4);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme().color(enabled ? Role::OnPrimary : Role::Muted), box.width() / 12.0, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.x() + x * box.width() / 20, box.y() + y * box.height() / 20);
    };
    if (partly)
        painter->drawLine(at(6, 10), at(14, 10));
    else
        painter->drawPolyline(QPolygonF({at(5.3, 10.3), at(8.3, 13.3), at(14.7, 7)}));
    painter->restore();
}

void paintRadio(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(theme().color(!enabled ? Role::Line : on ? Role::Primary : Role::Outline));
    painter->setBrush(theme().color(enabled ? Role::Surface : Role::Sunk));
    painter->drawEllipse(box);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme().color(enabled ? Role::Primary : Role::Muted));
        painter->drawEllipse(box.adjusted(4.5, 4.5, -4.5, -4.5));
    }
    painter->restore();
}

void paintComboBox(const QStyleOptionComboBox *option, QPainter *painter, const QWidget *widget)
{
    paintInput(option, painter, widget);
    const bool enabled = option->state & QStyle::State_Enabled;
    QRect arrow(option->rect.right() - 32, option->rect.top(), 24, option->rect.height());
    arrow = QStyle::visualRect(option->direction, option->rect, arrow);
    paintIcon(painter, "i-down", arrow, theme().color(enabled ? Role::Text : Role::Muted), metric::IconSmall);
}

void paintScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    QRect handle = style->subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    if (option->maximum <= option->minimum || handle.isEmpty())
        return;
    const bool upright = option->orientation == Qt::Vertical;
    handle = upright ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    paintPanel(painter, handle, theme().color(active ? Role::Muted : Role::Outline), {}, 3);
}

void paintHeaderSection(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, theme().color(Role::Surface));
    paintFootLine(painter, option->rect);
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // The field with its round corners is drawn under the viewport, with the padding of the one-line inputs.
    if (auto *plain = qobject_cast<QPlainTextEdit *>(widget)) {
        plain->viewport()->setAutoFillBackground(false);
        plain->document()->setDocumentMargin(InputPadding - 2);
    } else if (auto *rich = qobject_cast<QTextEdit *>(widget)) {
        rich->viewport()->setAutoFillBackground(false);
        rich->document()->setDocumentMargin(InputPadding - 2);
    }
}

QPalette Style::standardPalette() const
{
    return theme().palette();
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 20;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return metric::RingWidth + metric::RingGap;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ScrollBarExtent:
        return ScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 44;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
        return metric::Icon;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
        return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ComboBox_Popup:
    case SH_ComboBox_AllowWheelScrolling: // a wheel that scrolls a page changes nothing on it
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
        return {size.width() + 2 * (InputPadding - LineEditMargin), std::max<int>(size.height() + 2, metric::Input)};
    case CT_ComboBox:
        return {size.width() + 2 * InputPadding + 36, std::max<int>(size.height() + 2, metric::Input)};
    case CT_CheckBox:
    case CT_RadioButton:
        return result.expandedTo({metric::Touch, metric::Touch});
    case CT_PushButton:
        return result.expandedTo({metric::Touch, metric::Button});
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {result.width(), 9};
        return result.expandedTo({0, metric::Row});
    }
    default:
        return result;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(InputPadding - LineEditMargin, 1, -(InputPadding - LineEditMargin), -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(InputPadding, 1, -36, -1));
    if (control == CC_ScrollBar && (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine))
        return {};
    if (control == CC_ScrollBar && subControl == SC_ScrollBarGroove)
        return option->rect;
    if (control == CC_ScrollBar && subControl == SC_ScrollBarSlider) {
        // Without arrow buttons the slider runs over the whole length.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar || bar->maximum <= bar->minimum)
            return {};
        const bool upright = bar->orientation == Qt::Vertical;
        const int length = upright ? bar->rect.height() : bar->rect.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int slider =
            std::clamp(int(qint64(bar->pageStep) * length / (range + bar->pageStep)), std::min(44, length), length);
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const QRect rect = upright ? QRect(bar->rect.x(), bar->rect.y() + start, bar->rect.width(), slider)
                                   : QRect(bar->rect.x() + start, bar->rect.y(), slider, bar->rect.height());
        return upright ? rect : visualRect(bar->direction, bar->rect, rect);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        // A line edit inside a combo or spin box has no frame of its own.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paintInput(option, painter, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isTextEdit(widget))
            return paintInput(option, painter, widget);
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paintPanel(painter, option->rect, {}, theme().color(isWrong(widget) ? Role::Late : Role::Outline));
        return;
    case PE_FrameFocusRect:
        // Controls have the ring around them; only the current row of a list is marked inside its own place.
        if (option->type == QStyleOption::SO_FocusRect && widget && widget->inherits("QAbstractItemView")) {
            painter->save();
            painter->setPen(QPen(theme().color(Role::Accent), metric::RingWidth));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option->rect.adjusted(1, 1, -1, -1));
            painter->restore();
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheckBox(option, painter);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(option, painter);
        return;
    case PE_PanelButtonCommand: {
        const bool enabled = option->state & State_Enabled;
        const Role fill = !enabled                                      ? Role::Sunk
                          : (option->state & (State_Sunken | State_On)) ? Role::Selected
                          : (option->state & State_MouseOver)           ? Role::Sunk
                                                                        : Role::Surface;
        paintPanel(painter, option->rect, theme().color(fill), theme().color(enabled ? Role::Outline : Role::Line));
        return;
    }
    case PE_FrameMenu:
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, theme().color(Role::Surface));
        painter->setPen(theme().color(Role::Outline));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_FocusFrame: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(theme().color(Role::Accent), metric::RingWidth));
        painter->setBrush(Qt::NoBrush);
        const int radius = metric::Radius + metric::RingGap + 1;
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), radius, radius);
        painter->restore();
        return;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        paintHeaderSection(option, painter);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, theme().color(Role::Line));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return paintComboBox(combo, painter, widget);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return paintScrollBar(bar, painter, this, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace thimblely::ui
