// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "ui/measurements/measure_list.h"

#include "ui/measurements/measure_row_delegate.h"
#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

namespace thimblely::ui {

MeasureColumns MeasureColumns::in(const QRect &row, bool compact)
{
    const Theme &theme = Theme::instance();
    const int h = row.height();
    const int pad = compact ? 8 : 12;
    const int lastWidth = compact ? theme.px(44) : theme.px(72);
    const int lastEnd = row.right() + 1 - (compact ? 30 : 36);
    const int todayEnd = lastEnd - lastWidth - 4;
    const int numberWidth = theme.px(20);
    const int nameStart = row.left() + pad + numberWidth + (compact ? 2 : 4);
    return {QRect(row.left() + pad, row.top(), numberWidth, h - 1),
            QRect(nameStart, row.top(), todayEnd - theme.px(84) - nameStart, h - 1),
            QRect(todayEnd - theme.px(84), row.top(), theme.px(84), h - 1),
            QRect(lastEnd - lastWidth, row.top(), lastWidth, h - 1), QRect(lastEnd + 1, row.top(), 20, h - 1)};
}

//! The words over the columns.
class MeasureListHeader : public QWidget {
public:
    explicit MeasureListHeader(MeasureList *list) : QWidget(list), m_list(list) {}

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::instance();
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        QPainterPath top; // round where the panel's corners are
        top.setFillRule(Qt::WindingFill);
        top.addRoundedRect(rect(), 5, 5);
        top.addRect(rect().adjusted(0, height() / 2, 0, 0));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(top, theme.color(Role::Window));
        paintFootLine(&painter, rect());
        painter.setFont(theme.font(TextStyle::Caption));
        painter.setPen(theme.color(Role::Muted));
        const MeasureColumns columns = MeasureColumns::in(rect(), m_list->m_compact);
        const auto place = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        constexpr int NumbersRight = Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter;
        const QString unit = unitSymbol(m_list->m_unit);
        painter.drawText(place(columns.name), Qt::AlignLeading | Qt::AlignVCenter, MeasureList::tr("Measure"));
        painter.drawText(place(columns.today), NumbersRight,
                         m_list->m_compact ? unit : MeasureList::tr("Today, %1", "with a unit").arg(unit));
        painter.drawText(place(columns.last), NumbersRight,
                         m_list->m_compact ? m_list->m_lastShort : m_list->m_lastWords);
    }

private:
    MeasureList *m_list;
};

//! A square for each field: filled, accent, grey, hollow.
class MeasureSquares : public QWidget {
public:
    explicit MeasureSquares(MeasureList *list) : QWidget(list), m_list(list)
    {
        setFixedHeight(12);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::instance();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QString current = m_list->current();
        const auto &rows = m_list->model()->rows();
        const double step = rows.empty() ? 12 : std::min(12.0, double(width()) / double(rows.size()));
        double x = 0;
        for (const MeasureRow &row : rows) {
            const double size = step - 2;
            QRectF box(x + .5, 1.5, size - 1, size - 1);
            if (layoutDirection() == Qt::RightToLeft)
                box.moveLeft(width() - box.right());
            const bool here = row.code == current;
            const Role fill = here                                ? Role::Accent
                              : row.state == FieldState::Measured ? Role::Text
                              : row.state == FieldState::Kept     ? Role::Outline
                                                                  : Role::Surface;
            painter.setBrush(theme.color(fill));
            painter.setPen(QPen(theme.color(!here && row.state == FieldState::Empty ? Role::Outline : fill), 1));
            painter.drawRoundedRect(box, 1.5, 1.5);
            x += step;
        }
    }

private:
    MeasureList *m_list;
};

//! The foot of the list, under a line of its own.
class MeasureListFooter : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(0, 0, width(), 1, Theme::instance().color(Role::Line));
    }
};

MeasureList::MeasureList(QWidget *parent)
    : Panel(parent), m_header(new MeasureListHeader(this)), m_view(new QListView(this)),
      m_bar(new QScrollBar(Qt::Vertical, this)), m_footer(new MeasureListFooter(this)),
      m_squares(new MeasureSquares(this)), m_count(new Label(TextStyle::Caption, Role::Muted, {}, this)),
      m_actionRow(new QHBoxLayout)
{
    m_view->setObjectName(QStringLiteral("measureRows"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new MeasureRowDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setProperty(property::NoRing, true); // the current row shows itself
    m_view->setAccessibleName(tr("Measures"));
    m_view->installEventFilter(this);

    QScrollBar *own = m_view->verticalScrollBar();
    m_bar->setFocusPolicy(Qt::NoFocus);
    m_bar->setAccessibleName(tr("Scroll the measures"));
    connect(own, &QScrollBar::rangeChanged, this, &MeasureList::placeScrollBar);
    connect(own, &QScrollBar::valueChanged, m_bar, &QScrollBar::setValue);
    connect(m_bar, &QScrollBar::valueChanged, own, &QScrollBar::setValue);

    m_actionRow->setContentsMargins(12, 0, 12, 0);
    m_actionRow->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(8);
    words->addStretch();
    words->addWidget(m_squares);
    words->addWidget(m_count);
    words->addStretch();
    m_actionRow->addLayout(words, 1);
    m_footer->setLayout(m_actionRow);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_view, 1);
    column->addWidget(m_footer);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_squares->update();
        if (!m_setting && !current().isEmpty())
            Q_EMIT currentChanged(current());
    });
    connect(m_view, &QListView::clicked, this, [this] { Q_EMIT fieldRequested(current()); });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &MeasureList::refreshFooter);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &MeasureList::refreshFooter);
    connect(&Theme::instance(), &Theme::changed, this, &MeasureList::restyle);
    restyle();
}

void MeasureList::restyle()
{
    const Theme &theme = Theme::instance();
    static_cast<MeasureRowDelegate *>(m_view->itemDelegate())->setCompact(m_compact);
    m_header->setFixedHeight(theme.boxHeight(32, {TextStyle::Caption}));
    m_footer->setFixedHeight(m_compact ? 70 : theme.boxHeight(66, {TextStyle::Caption}) + (theme.px(12) - 12));
    m_count->setTextStyle(m_compact ? TextStyle::BodyStrong : TextStyle::Caption);
    m_count->setRole(m_compact ? Role::Text : Role::Muted);
    m_squares->setVisible(!m_compact);
    m_view->doItemsLayout();
    refreshFooter();
    update();
}

void MeasureList::setUnit(LengthUnit unit)
{
    m_unit = unit;
    m_header->update();
}

void MeasureList::setLastVisit(const QString &words, const QString &shortWords)
{
    m_lastWords = words;
    m_lastShort = shortWords;
    m_header->update();
}

void MeasureList::setKeptWords(const QString &words)
{
    m_keptWords = words;
    refreshFooter();
}

void MeasureList::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    restyle();
}

void MeasureList::setReorderable(bool on)
{
    m_view->setDragDropMode(on ? QAbstractItemView::InternalMove : QAbstractItemView::NoDragDrop);
    m_view->setToolTip(on ? tr("Drag a row, or Alt with Up and Down, to measure in your own order") : QString());
}

void MeasureList::setFooterAction(QWidget *action)
{
    m_actionRow->addWidget(action);
}

void MeasureList::setCurrent(const QString &code)
{
    m_setting = true;
    const QModelIndex index = m_model.indexOf(code);
    m_view->setCurrentIndex(index);
    if (index.isValid())
        m_view->scrollTo(index);
    m_setting = false;
    m_squares->update();
}

QString MeasureList::current() const
{
    return m_view->currentIndex().data(MeasureFieldsModel::CodeRole).toString();
}

bool MeasureList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::Resize) {
        // Where there is room for the first rows again they come back, with the current one in sight.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_view->scrollToTop();
                if (m_view->currentIndex().isValid())
                    m_view->scrollTo(m_view->currentIndex());
                placeScrollBar();
            },
            Qt::QueuedConnection);
    }
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT fieldRequested(current());
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

void MeasureList::placeScrollBar()
{
    const QScrollBar *own = m_view->verticalScrollBar();
    m_bar->setRange(own->minimum(), own->maximum());
    m_bar->setPageStep(own->pageStep());
    m_bar->setSingleStep(own->singleStep());
    m_bar->setValue(own->value());
    m_bar->setVisible(own->maximum() > own->minimum());
    const int width = m_bar->sizeHint().width();
    const QRect rows = m_view->geometry();
    const QRect end(rows.right() + 1 - width, rows.top(), width, rows.height());
    m_bar->setGeometry(QStyle::visualRect(layoutDirection(), rows, end));
    m_bar->raise();
}

void MeasureList::refreshFooter()
{
    const int kept = m_model.count(FieldState::Kept);
    const int done = m_model.count(FieldState::Measured) + kept;
    QString text = tr("%1 of %2").arg(done).arg(m_model.rowCount());
    if (!m_compact && kept > 0)
        text += QStringLiteral(" · ") + (m_keptWords.isEmpty() ? tr("%n kept", nullptr, kept) : m_keptWords);
    m_count->setText(text);
    m_squares->update();
}

} // namespace thimblely::ui
